// Numbers typed before Enter: the slide to go to.
const LONGEST = 3;

export const afterKey = (typed, key, count) => {
  if (/^[0-9]$/.test(key)) return { typed: (typed + key).slice(-LONGEST), target: null };
  if (key !== "Enter" || !typed) return { typed: "", target: null };
  const number = Math.min(Math.max(Number(typed), 1), count);
  return { typed: "", target: number - 1 };
};
