// The size of slides: wide, or upright on a phone that is held upright, so that letters stay legible.
const WIDE = { width: 1280, height: 720, upright: false };
const UPRIGHT_WIDTH = 720;
const ROUNDED = 100;
const [LOWEST, HIGHEST] = [900, 1500];
const UPRIGHT_FROM = 0.8;

export const slideSize = ({ width, height }) => {
  if (!width || !height || width / height > UPRIGHT_FROM) return WIDE;
  const wanted = Math.floor((UPRIGHT_WIDTH * height) / width / ROUNDED) * ROUNDED;
  return { width: UPRIGHT_WIDTH, height: Math.min(HIGHEST, Math.max(LOWEST, wanted)), upright: true };
};

// Sets the size of slides for a window.
export const setSlideSize = (page) => {
  const size = slideSize({ width: page.innerWidth, height: page.innerHeight });
  const root = page.document.documentElement;
  root.classList.toggle("upright", size.upright);
  root.style.setProperty("--slide-height", `${size.height}px`);
  return size;
};
