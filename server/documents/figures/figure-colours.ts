/** Of the series of a figure, as hex: dark to light, so that they are told apart in black and white too. */
export const FIGURE_COLOURS = ["14607a", "7fb0c0", "dfe9ec"] as const;
