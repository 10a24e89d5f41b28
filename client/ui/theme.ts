import {
  type AutocompleteProps,
  type ButtonProps,
  type ChipProps,
  type CSSVariablesResolver,
  createTheme,
  type DrawerProps,
  type MantineColorsTuple,
  type MenuProps,
  type ModalHeaderProps,
  type ModalProps,
  type MultiSelectProps,
  mergeThemeOverrides,
  type NotificationProps,
  type PasswordInputProps,
  type PopoverProps,
  type SelectProps,
  type TextareaProps,
  type TextInputProps,
} from "@mantine/core";
import choiceList from "./search/choice-list.module.css";

const canal: MantineColorsTuple = [
  "#f2f8fa",
  "#e3f0f4",
  "#c5dfe8",
  "#9fc6d3",
  "#6fa9bc",
  "#3f88a1",
  "#14607a",
  "#115268",
  "#0d4457",
  "#0a3543",
];

const flag: MantineColorsTuple = [
  "#fdf5f4",
  "#fbeae8",
  "#f5cfcb",
  "#eaa9a3",
  "#dc7b73",
  "#c9483f",
  "#b3261e",
  "#991f18",
  "#7f1a14",
  "#651410",
];

/** What opens stands at once: nothing moves under the pointer. Lists of fields are so of themselves. */
const STILL = { duration: 0 };

/** Lists of fields, which the keyboard reaches whole. */
const LIST_PROPS = { size: "sm", withScrollArea: false } as const;
const LIST_STYLES = { options: choiceList.options, dropdown: choiceList.dropdown };

/** What a part has unless told otherwise; by its type alone, for a part named here would be fetched with the first screen. */
function props<P>(defaultProps: Partial<P>) {
  return { defaultProps };
}

/** Mantine with the tokens of the house; the same values stand as CSS variables in `global.css`. */
const house = createTheme({
  colors: { canal, flag },
  primaryColor: "canal",
  primaryShade: 6,
  black: "#1d2329",
  fontFamily: '"Microsoft YaHei", "PingFang SC", "Noto Sans CJK SC", sans-serif',
  fontFamilyMonospace: 'Consolas, "DejaVu Sans Mono", monospace',
  fontSizes: { xs: "13px", sm: "15px", md: "16px", lg: "18px", xl: "22px" },
  lineHeights: { xs: "1.5", sm: "1.6", md: "1.6", lg: "1.5", xl: "1.4" },
  headings: { fontWeight: "700" },
  defaultRadius: 8,
  respectReducedMotion: true,
  cursorType: "pointer",
  components: {
    Chip: props<ChipProps>({ variant: "outline" }),
    Button: props<ButtonProps>({ size: "sm" }),
    TextInput: props<TextInputProps>({ size: "sm" }),
    PasswordInput: props<PasswordInputProps>({ size: "sm" }),
    Textarea: props<TextareaProps>({ size: "sm" }),
    Select: { ...props<SelectProps>({ ...LIST_PROPS, allowDeselect: false }), classNames: LIST_STYLES },
    MultiSelect: { ...props<MultiSelectProps>(LIST_PROPS), classNames: LIST_STYLES },
    Autocomplete: { ...props<AutocompleteProps>(LIST_PROPS), classNames: LIST_STYLES },
    Drawer: props<DrawerProps>({ transitionProps: STILL }),
    Modal: props<ModalProps>({ centered: true, transitionProps: STILL }),
    // A `header` there would be a second one of the page.
    DrawerHeader: props<ModalHeaderProps>({ role: "none" }),
    ModalHeader: props<ModalHeaderProps>({ role: "none" }),
    // What it puts first for the focus is no item of a menu.
    Menu: props<MenuProps>({ withInitialFocusPlaceholder: false }),
    Popover: props<PopoverProps>({ transitionProps: STILL }),
  },
});

/** The look, with the name of the crosses that close things in the language of the screen. */
export function themeIn(closeWord: string) {
  const closing = { closeButtonProps: { "aria-label": closeWord } };
  return mergeThemeOverrides(house, {
    components: {
      Drawer: props<DrawerProps>(closing),
      Modal: props<ModalProps>(closing),
      Notification: props<NotificationProps>(closing),
    },
  });
}

/** Mantine's own greys and reds are too pale: text is read at 4.5 : 1, the edge of a field seen at 3 : 1. */
export const cssVariablesResolver: CSSVariablesResolver = () => ({
  variables: {
    "--mantine-color-dimmed": "#5b6670",
    "--mantine-color-placeholder": "#5b6670",
    "--mantine-color-error": "#b3261e",
    "--mantine-color-default-border": "#dfe3e6",
  },
  light: {
    "--mantine-color-dimmed": "#5b6670",
    "--mantine-color-placeholder": "#5b6670",
    "--mantine-color-error": "#b3261e",
    "--mantine-color-default-border": "#dfe3e6",
    "--mantine-color-text": "#1d2329",
    // Edges of fields, boxes and radios.
    "--mantine-color-gray-4": "#848e96",
  },
  dark: {},
});
