// The page's words in its language, from the one catalogue the server has.

export const lang = document.documentElement.lang.startsWith("en") ? "en" : "zh";
const words = await (await fetch(`/words/${lang}.json`)).json();

export function t(key, slots = {}) {
  const forms = words[key];
  const text = slots.n === 1 && forms.one ? forms.one : forms.text;
  return text.replace(/\{(\w+)(:,)?\}/g, (whole, name, grouped) => (name in slots ? shown(slots[name], grouped) : whole));
}

const shown = (value, grouped) => (grouped ? amount(value) : String(value));

export const amount = (number) => number.toLocaleString("en");

// The words for a member of an open list (a reason, a role): the name itself when there are none.
export const label = (group, name) => (`${group}.${name}` in words ? t(`${group}.${name}`) : name);

export const list = (parts) => parts.join(t("list.separator"));
