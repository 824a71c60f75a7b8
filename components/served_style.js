// Gives a component its style where script and style come from an address.

export function withStyle(draw, style) {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(style);
  return (component) => {
    const root = component.parentElement.getRootNode();
    if (style && !root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets.push(sheet);
    return draw(component);
  };
}
