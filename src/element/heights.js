// The height at a width, between those of `320:900 480:860`; nothing where none is written. As in static/embed.js, which is
// one file.
export const heightAt = (heights, width) => {
  const known = (heights ?? '').trim().split(/\s+/).map((pair) => pair.split(':').map(Number));
  const place = known.findIndex(([at]) => at >= width);
  const [right, height] = known.at(place);
  if (place < 1) return height;
  const [left, before] = known[place - 1];
  return before + ((height - before) * (width - left)) / (right - left);
};
