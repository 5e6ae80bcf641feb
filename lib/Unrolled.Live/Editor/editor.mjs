// The editor of a cell: CodeMirror, with C# colours, brackets, and the names that the session knows.
import { autocompletion, closeBrackets, closeBracketsKeymap, completionKeymap } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap, indentWithTab } from "@codemirror/commands";
import {
  bracketMatching, HighlightStyle, indentOnInput, indentUnit, StreamLanguage, syntaxHighlighting,
} from "@codemirror/language";
import { csharp } from "@codemirror/legacy-modes/mode/clike";
import { EditorState } from "@codemirror/state";
import { drawSelection, EditorView, hoverTooltip, keymap } from "@codemirror/view";
import { tags } from "@lezer/highlight";

// The classes of the book's own listings, so that both have the same colours.
const colours = HighlightStyle.define([
  { tag: tags.keyword, class: "keyword" },
  { tag: [tags.typeName, tags.standard(tags.typeName)], class: "type" },
  { tag: tags.number, class: "number" },
  { tag: [tags.string, tags.special(tags.string)], class: "string" },
  { tag: tags.comment, class: "comment" },
  { tag: tags.meta, class: "directive" },
]);

const kinds = { method: "method", property: "property", class: "class", keyword: "keyword", variable: "variable" };

function completionOf(ask) {
  return async (context) => {
    if (!context.explicit && !context.matchBefore(/[\w.]$/))
      return null;
    const found = await ask({ $type: "complete", Source: context.state.doc.toString(), Position: context.pos });
    const list = found?.Completions;
    return list && list.Items.length > 0
      ? {
        from: list.Start,
        options: list.Items.map(({ Text, Kind, Signature }) => ({ label: Text, type: kinds[Kind], detail: Signature })),
        validFor: /^\w*$/,
      }
      : null;
  };
}

function signatureOf(ask) {
  return hoverTooltip(async (view, position) => {
    const found = await ask(
      { $type: "inspect", Source: view.state.doc.toString(), Position: position, InDetail: false });
    if (!found?.Inspection)
      return null;
    const { Signatures, Text } = found.Inspection;
    return {
      pos: position,
      create() {
        const dom = document.createElement("div");
        dom.className = "live-signature";
        dom.textContent = [...Signatures, Text].filter(Boolean).join("\n");
        return { dom };
      },
    };
  });
}

// Takes the place of a listing. Shift+Enter runs; Escape and then Tab leaves the editor.
globalThis.unrolledEditor = ({ code, run, ask }) => {
  const place = document.createElement("div");
  place.className = "live-editor";
  code.hidden = true;
  code.after(place);
  const view = new EditorView({
    parent: place,
    state: EditorState.create({
      doc: code.textContent,
      extensions: [
        history(), drawSelection(), indentOnInput(), bracketMatching(), closeBrackets(), indentUnit.of("    "),
        StreamLanguage.define(csharp), syntaxHighlighting(colours),
        autocompletion({ override: [completionOf(ask)] }), signatureOf(ask),
        EditorView.contentAttributes.of({ "aria-label": "Code; Shift+Enter runs it", spellcheck: "false" }),
        keymap.of([
          { key: "Shift-Enter", run: () => { run(); return true; } },
          { key: "Mod-Enter", run: () => { run(); return true; } },
          ...completionKeymap, ...closeBracketsKeymap, ...historyKeymap, indentWithTab, ...defaultKeymap,
        ]),
      ],
    }),
  });
  return {
    get text() { return view.state.doc.toString(); },
    focus: () => view.focus(),
  };
};
