// The height at a width, interpolated from `320:900 480:860`; undefined if none are given. Duplicated in
// static/embed.js, which is a single file.
export const heightAt = (heights, width) => {
  const known = (heights ?? '').trim().split(/\s+/).map((pair) => pair.split(':').map(Number));
  const place = known.findIndex(([at]) => at >= width);
  const [right, height] = known.at(place);
  if (place < 1) return height;
  const [left, before] = known[place - 1];
  return before + ((height - before) * (width - left)) / (right - left);
};
