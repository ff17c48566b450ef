// The desk: an article under correction, its findings, and everything that can be done with them.

import { Checker } from "./checker.js";
import { $ } from "./dom.js";
import { difference, lineCount, replaced } from "./edits.js";
import { Field } from "./field.js";
import { annotated, articleOf, corrected, isWord, opened, save } from "./files.js";
import { grouped, moved, placed } from "./findings.js";
import { showControls, showHead, showPosition, showFailure } from "./head.js";
import { History } from "./history.js";
import { complain, mended, say } from "./notice.js";
import { Panel } from "./panel.js";
import { keep, kept } from "./session.js";
import { suppressionsFile } from "./suppressions.js";
import { list, t } from "./words.js";

const EMPTY = { text: "", format: "", file: null, ignored: {} };
// Below this width the cards lie under the text, and one is brought into view instead of both.
const beside = matchMedia("(min-width: 60rem)");

export class Desk {
  #checked = null;
  #findings = [];
  #current = null;

  constructor(region, published) {
    const { fields, ...start } = kept() ?? EMPTY;
    start.text ||= $("#text").value; // nobody waits for scripts: what was pasted before they ran is the article
    Object.assign(this, { region, published });
    [region.value, published.value] = [fields?.region ?? "", fields?.published ?? ""];
    this.history = new History(start);
    this.field = new Field($("#text"), $("#layer"), (found) => this.#typed(found));
    this.panel = new Panel($("#cards"), $("#ignored"), {
      show: (place) => this.field.select(place),
      choose: (root) => this.choose(root),
      accept: (group) => this.accept(group),
      ignore: (group, reason) => this.#ignore(group, reason),
      restore: (fingerprint) => this.#restore(fingerprint),
    });
    this.checker = new Checker({
      order: () => this.#order(),
      found: (report) => this.#found(report),
      failed: (error) => showFailure(error, this.#checked),
      waiting: (is) => $("#findings").setAttribute("aria-busy", String(is)),
    });
    this.field.put(start.text);
    this.#refresh();
    this.checker.now();
  }

  get state() {
    return this.history.state;
  }

  // --- checking

  recheck() {
    this.checker.now();
  }

  keep() {
    keep(this.state, { region: this.region.value, published: this.published.value });
  }

  #order() {
    if (!this.field.words.trim()) return null;
    return { ...articleOf(this.state), region: this.region.value, published: this.published.value };
  }

  #found(report) {
    // An input method has gone on composing meanwhile: the answer is about words that no longer stand there.
    if (this.field.words !== this.state.text) return;
    this.#checked = report?.documents[0] ?? null;
    this.#findings = this.#checked ? placed(this.#checked, this.field.words) : [];
    if (report?.problems.length) complain(report.problems.map(({ reason }) => reason).join(" "));
    else mended();
    this.#refresh();
    this.keep();
  }

  // What counts: the findings without those ignored, and without the copies of these.
  #counted() {
    const { ignored } = this.state;
    return this.#findings.filter(({ fingerprint, root }) => !(fingerprint in ignored || root in ignored));
  }

  #refresh() {
    const counted = this.#counted();
    const groups = grouped(counted);
    if (!groups.some(({ root }) => root.root === this.#current)) this.#current = null;
    this.panel.show(groups, this.state.ignored);
    this.panel.light(this.#current);
    this.field.paint(counted, this.#current);
    showHead(this.#checked, groups, Boolean(this.field.words.trim()));
    showPosition(groups, this.#current);
    showControls(this.history, groups);
  }

  // --- the text

  #typed(found) {
    const words = this.field.words;
    if (isWord(this.state.file) && lineCount(words) !== lineCount(this.state.text)) {
      this.field.put(this.state.text);
      complain(t("web.word-lines"));
      return;
    }
    this.#sayTakenOut(found);
    this.#findings = moved(this.#findings, difference(this.state.text, words));
    this.history.type({ ...this.state, text: words }, performance.now());
    this.#refresh();
    this.checker.soon();
  }

  #sayTakenOut(found) {
    if (found.size) say(t("web.taken-out", { what: list([...found].map(([name, n]) => `${name} ×${n}`)) }));
  }

  enter(state) {
    this.history.enter(state);
    this.#turned();
  }

  undo() {
    if (this.history.undo()) this.#turned();
  }

  redo() {
    if (this.history.redo()) this.#turned();
  }

  #turned() {
    say("");
    this.#findings = moved(this.#findings, difference(this.field.words, this.state.text));
    this.field.put(this.state.text);
    this.#refresh();
    this.checker.now();
  }

  clear() {
    this.enter(EMPTY);
    this.field.focus();
  }

  as(format) {
    this.enter({ ...this.state, format });
  }

  // --- the findings

  choose(root, { open = false } = {}) {
    if (root === this.#current && !open) return;
    this.#current = root;
    this.panel.light(root, { open });
    this.field.paint(this.#counted(), root);
    showPosition(grouped(this.#counted()), root);
  }

  // The finding under the caret; `open` when somebody pointed at it.
  chooseAtCaret({ open = false } = {}) {
    const { caret } = this.field;
    const found = caret === null ? null : this.#counted().find(({ from, to }) => from <= caret && caret <= to);
    if (found) this.choose(found.root, { open });
  }

  step(by) {
    const groups = grouped(this.#counted());
    if (!groups.length) return;
    const index = groups.findIndex(({ root }) => root.root === this.#current);
    const next = groups[index < 0 ? (by < 0 ? groups.length - 1 : 0) : (index + by + groups.length) % groups.length];
    this.choose(next.root.root, { open: true });
    if (beside.matches) this.field.select(next.root);
    else this.panel.focus(next.root.root, null);
  }

  toCard() {
    if (this.#current) this.panel.focus(this.#current);
  }

  toText() {
    this.field.focus();
  }

  accept(group) {
    const taken = group.all.map(({ change }) => change).filter(Boolean);
    const { replace: old, with: fresh } = group.root.suggestion ?? group.all.find(({ change }) => change).suggestion;
    this.#goOn(group, () => this.enter({ ...this.state, text: replaced(this.field.words, taken) }));
    say(t("web.accepted", { old, fresh }));
  }

  acceptCurrent() {
    const group = grouped(this.#counted()).find(({ root }) => root.root === this.#current);
    if (group?.all.some(({ change }) => change)) this.accept(group);
  }

  acceptAll() {
    const taken = this.#counted().map(({ change }) => change).filter(Boolean);
    this.enter({ ...this.state, text: replaced(this.field.words, taken) });
    say(t("web.accepted-all", { n: taken.length }));
  }

  #ignore(group, reason) {
    const entries = group.all.map(({ fingerprint, code, path, quote }) => [fingerprint, { code, path, quote, reason }]);
    this.#goOn(group, () => this.enter({ ...this.state, ignored: { ...this.state.ignored, ...Object.fromEntries(entries) } }));
    say(t("web.ignored-one", { quote: group.root.quote }));
  }

  #restore(fingerprint) {
    const { [fingerprint]: _restored, ...ignored } = this.state.ignored;
    this.enter({ ...this.state, ignored });
  }

  // Whoever works through the cards by keyboard goes on with the next one.
  #goOn(group, does) {
    const groups = grouped(this.#counted());
    const next = groups[groups.findIndex(({ root }) => root.root === group.root.root) + 1]?.root.root;
    const amongCards = $("#cards").contains(document.activeElement);
    does();
    if (amongCards && !(next && this.panel.focus(next))) $("#summary").focus();
  }

  // --- files

  async open(blob) {
    const { file, text, found } = await opened(blob);
    this.#checked = null;
    this.#findings = [];
    this.enter({ ...EMPTY, text, file });
    this.field.toStart();
    say(t("web.opened", { name: file.name }));
    this.#sayTakenOut(found);
  }

  async saveCorrected() {
    save(await corrected(this.state, t("web.corrected-ending")));
  }

  async saveAnnotated() {
    save(await annotated(this.state, t("web.annotated-ending")));
  }

  saveIgnored() {
    save({ name: "factlint-suppressions.yml", blob: new Blob([suppressionsFile(this.state.ignored)]) });
  }

  async copy() {
    await navigator.clipboard.writeText(this.field.words);
    say(t("web.copied"));
  }
}
