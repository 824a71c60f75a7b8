// What a component of the browser is given where the server has its script at an address: the
// script comes once and stays in the browser, where it would come with every change otherwise.

const { default: draw } = await import(new URL("./script/digest.js", location.href).href);

export default draw;
