//! The keys that do something now, with a word for each: of the screen, or of what lies over it.

use crate::app::action::AreaMarks;
use crate::app::deck_chooser::DeckChooser;
use crate::app::export_dialog::ExportDialog;
use crate::app::figure_form::{FieldKind, FigureForm, FormStage};
use crate::app::find::FindPurpose;
use crate::app::help::Help;
use crate::app::input::Edit;
use crate::app::keymap::Binding;
use crate::app::presentation::slide_editor::SlideEditor;
use crate::app::presentation::words_editor::WordsEditor;
use crate::app::usable::Axis;
use crate::app::{Action, Mode, Presentation, Show, SlideCommand, State};
use crate::deck::SlideIndex;
use crate::text::{CharSet, Phrase, width};

const MOVE: Phrase = Phrase { zh: "移动", en: "move" };
const SCROLL: Phrase = Phrase { zh: "滚动", en: "scroll" };
const CHOOSE: Phrase = Phrase { zh: "选择", en: "choose" };
const PUT_IN: Phrase = Phrase { zh: "填入", en: "put in" };
const FIGURE: Phrase = Phrase { zh: "填数字", en: "figure" };
const GO: Phrase = Phrase { zh: "前往", en: "go there" };
const CLEAR: Phrase = Phrase { zh: "清空", en: "clear" };
const CLOSE: Phrase = Phrase { zh: "关闭", en: "close" };
const SAVE: Phrase = Phrase { zh: "保存", en: "save" };
const OTHER_LINE: Phrase = Phrase { zh: "另一行", en: "other line" };
const TAKE: Phrase = Phrase { zh: "取用", en: "take" };
const ON: Phrase = Phrase { zh: "往下", en: "go on" };
const NEXT_FIELD: Phrase = Phrase { zh: "下一栏", en: "next field" };
const WRITE: Phrase = Phrase { zh: "写入", en: "write" };
const BACK_TO_FIELDS: Phrase = Phrase { zh: "再改", en: "change more" };
const DISCARD: Phrase = Phrase { zh: "放弃", en: "discard" };
const REMOVE: Phrase = Phrase { zh: "删除", en: "remove" };
const KEEP_FIGURE: Phrase = Phrase { zh: "保留", en: "keep" };
const KEEP: Phrase = Phrase { zh: "继续填", en: "keep typing" };
const SPACE: Phrase = Phrase { zh: "空格", en: "Space" };
const MARK: Phrase = Phrase { zh: "选或不选", en: "mark" };
const ALL: Phrase = Phrase { zh: "全选", en: "all" };
const NO_AREA: Phrase = Phrase { zh: "全不选", en: "none" };
const FORMAT: Phrase = Phrase { zh: "格式", en: "format" };
const OTHER_CONTENT: Phrase = Phrase { zh: "换内容", en: "other content" };
const COMPLETE: Phrase = Phrase { zh: "补全路径", en: "complete" };
const SHOW: Phrase = Phrase { zh: "确定", en: "show" };
const PRESENT: Phrase = Phrase { zh: "放映", en: "present" };
const COPY_DECK: Phrase = Phrase { zh: "复制成自己的", en: "copy into your own" };
const CANCEL: Phrase = Phrase { zh: "取消", en: "cancel" };
/// What the key for the mouse does: only the terminal can select text, once it has the mouse back.
const SELECT_TEXT: Phrase = Phrase { zh: "选文字", en: "select" };
const USE_MOUSE: Phrase = Phrase { zh: "用鼠标", en: "use mouse" };

/// The keys of the list of all slides.
const LIST: [(SlideCommand, Phrase); 11] = [
    (SlideCommand::Open, Phrase { zh: "打开", en: "open" }),
    (SlideCommand::New, Phrase { zh: "新建", en: "new" }),
    (SlideCommand::Words, Phrase { zh: "改文字", en: "words" }),
    (SlideCommand::Duplicate, Phrase { zh: "复制", en: "duplicate" }),
    (SlideCommand::CopyDeck, Phrase { zh: "复制成自己的", en: "copy into your own" }),
    (SlideCommand::Earlier, Phrase { zh: "上移", en: "up" }),
    (SlideCommand::Later, Phrase { zh: "下移", en: "down" }),
    (SlideCommand::Rename, Phrase { zh: "改标题", en: "heading" }),
    (SlideCommand::Remove, Phrase { zh: "删除", en: "remove" }),
    (SlideCommand::Undo, Phrase { zh: "撤销", en: "undo" }),
    (SlideCommand::Stop, Phrase { zh: "返回", en: "back" }),
];

/// A key with a word for what it does.
pub(super) struct Hint {
    pub key: String,
    pub word: &'static str,
    /// `None` for keys that come in pairs, which no click stands for.
    pub action: Option<Action>,
}

impl Hint {
    fn new(state: &State, key: String, word: Phrase, action: Option<Action>) -> Self {
        Self { key, word: word.get(state.lang()), action }
    }

    /// Returns the width: the key, a space, the word and two spaces.
    pub fn width(&self) -> usize {
        width(&self.key) + width(self.word) + 3
    }

    /// Returns the priority of a hint; those with a lower number are shown first.
    pub const fn weight(&self) -> u8 {
        match self.action {
            Some(Action::Present(command)) => weight_in_list(command),
            Some(Action::Help | Action::SwitchMouse | Action::Quit) => 0,
            None | Some(Action::Open | Action::Back | Action::Find) => 1,
            Some(Action::NextMeasure | Action::NextFigureChoice | Action::SwitchText | Action::Copy(_)) => 2,
            Some(Action::NextPane | Action::NextYear) => 3,
            Some(_) => 4,
        }
    }
}

/// Returns the priority of a key over slides: in their list, those that make a slide are looked for first.
const fn weight_in_list(command: SlideCommand) -> u8 {
    match command {
        SlideCommand::Earlier | SlideCommand::Later | SlideCommand::Remove => 2,
        SlideCommand::Rename | SlideCommand::Duplicate | SlideCommand::Undo => 3,
        _ => 1,
    }
}

/// Returns the keys that do something now, in the order of the footer; none over a slide.
pub(super) fn hints(state: &State) -> Vec<Hint> {
    match (state.mode(), state.presentation().map(Presentation::view)) {
        (Mode::Help { .. }, _) => of_help(state),
        (Mode::Find(_), _) => of_find(state),
        (Mode::ChooseAreas(_), _) => of_chooser(state),
        (Mode::ChooseDeck(chooser), _) => of_decks(state, chooser),
        (Mode::AddFigure(form), _) => of_form(state, form),
        (Mode::Export(dialog), _) => of_export(state, dialog),
        (Mode::Browse, None | Some(Show::Dashboard { .. })) => of_screen(state),
        (Mode::Browse, Some(Show::List { cursor, .. })) => of_list(state, *cursor),
        (Mode::Browse, Some(Show::Editing(SlideEditor::Heading(_)))) => of_heading(state),
        (Mode::Browse, Some(Show::Editing(SlideEditor::Words(editor)))) => of_words(state, editor),
        (Mode::Browse, Some(Show::Editing(SlideEditor::NewSlide(_)))) => of_new_slide(state),
        (Mode::Browse, Some(Show::Slide { .. } | Show::Blank { .. })) => Vec::new(),
    }
}

/// Returns the name of an action's key in the dashboard; empty if it has none.
pub(super) fn key_of(state: &State, action: Action) -> String {
    state.keys().dashboard.key_of(action).map(|key| key.name(state.charset())).unwrap_or_default()
}

fn arrows(state: &State, unicode: &str, ascii: &str) -> String {
    if state.charset() == CharSet::Unicode { unicode } else { ascii }.to_owned()
}

fn up_and_down(state: &State, word: Phrase) -> Hint {
    Hint::new(state, arrows(state, "↑↓", "Up Down"), word, None)
}

fn of_help(state: &State) -> Vec<Hint> {
    let is_scrolled = Help::new(state).height() > Help::room(state);
    let scroll = is_scrolled.then(|| up_and_down(state, SCROLL));
    let close = Hint::new(state, key_of(state, Action::Back), CLOSE, Some(Action::Back));
    scroll.into_iter().chain([close]).collect()
}

fn of_find(state: &State) -> Vec<Hint> {
    let hits = state.find().map_or(0, |find| find.hits().len());
    let has_text = state.find().is_some_and(|find| find.input().has_text_before_cursor());
    let choose = (hits > 1).then(|| up_and_down(state, CHOOSE));
    let is_insertion = state.find().is_some_and(|find| find.purpose() == FindPurpose::InsertFigure);
    let go = if is_insertion { PUT_IN } else { GO };
    let go = (hits > 0).then(|| Hint::new(state, key_of(state, Action::Open), go, Some(Action::Open)));
    // Over a slide the program's button already says where Esc leads.
    let close = (!state.is_finding_from_slide())
        .then(|| Hint::new(state, key_of(state, Action::Back), CLOSE, Some(Action::Back)));
    let edit = Action::Edit(Edit::DeleteToStart);
    let clear = has_text.then(|| Hint::new(state, "Ctrl-U".to_owned(), CLEAR, Some(edit)));
    [choose, go, close, clear].into_iter().flatten().collect()
}

fn of_chooser(state: &State) -> Vec<Hint> {
    let hint = |key: &str, word, action| Hint::new(state, key.to_owned(), word, Some(action));
    vec![
        up_and_down(state, CHOOSE),
        hint(SPACE.get(state.lang()), MARK, Action::MarkAreas(AreaMarks::Toggle)),
        hint("a", ALL, Action::MarkAreas(AreaMarks::All)),
        hint("n", NO_AREA, Action::MarkAreas(AreaMarks::None)),
        hint(&key_of(state, Action::Open), SHOW, Action::Open),
        hint(&key_of(state, Action::Back), CANCEL, Action::Back),
    ]
}

fn of_form(state: &State, form: &FigureForm) -> Vec<Hint> {
    let hint = |key: &str, word, action: Option<Action>| Hint::new(state, key.to_owned(), word, action);
    let (enter, escape) = (key_of(state, Action::Open), key_of(state, Action::Back));
    let enters = |word| hint(&enter, word, Some(Action::Open));
    let backs = |word| hint(&escape, word, Some(Action::Back));
    match form.stage() {
        FormStage::Confirming => return vec![enters(WRITE), backs(BACK_TO_FIELDS)],
        FormStage::Removing => return vec![enters(REMOVE), backs(KEEP_FIGURE)],
        FormStage::Discarding => return vec![enters(DISCARD), backs(KEEP)],
        FormStage::Filling => {}
    }
    let has_suggestions = form.suggestions().is_some_and(|suggestions| !suggestions.list.is_empty());
    let is_choice = form.kind() == FieldKind::Choice;
    let choose = (is_choice && !has_suggestions).then(|| hint(&arrows(state, "←→", "Left Right"), CHOOSE, None));
    let pick = has_suggestions.then(|| up_and_down(state, CHOOSE));
    let enter = enters(if has_suggestions { TAKE } else { ON });
    let fields = hint("Tab", NEXT_FIELD, Some(Action::NextPane));
    let has_text = !is_choice && form.input().has_text_before_cursor();
    let clear = has_text.then(|| hint("Ctrl-U", CLEAR, Some(Action::Edit(Edit::DeleteToStart))));
    [choose, pick, Some(enter), Some(fields), Some(backs(CLOSE)), clear].into_iter().flatten().collect()
}

fn of_export(state: &State, dialog: &ExportDialog) -> Vec<Hint> {
    let hint = |key: &str, word, action| Hint::new(state, key.to_owned(), word, Some(action));
    let other =
        dialog.has_other_content().then(|| hint(&key_of(state, Action::Export), OTHER_CONTENT, Action::SwitchExported));
    let write = hint(&key_of(state, Action::Open), WRITE, Action::Open);
    let rest = [hint("Tab", COMPLETE, Action::CompletePath), hint(&key_of(state, Action::Back), CANCEL, Action::Back)];
    [up_and_down(state, FORMAT), write].into_iter().chain(other).chain(rest).collect()
}

/// Returns a hint of a command over slides, with its first key.
fn of_command(state: &State, command: SlideCommand, word: Phrase) -> Hint {
    let key = state.keys().presentation.key_of(Action::Present(command));
    let key = key.map(|key| key.name(state.charset())).unwrap_or_default();
    Hint::new(state, key, word, Some(Action::Present(command)))
}

/// Returns the first key of an action over slides that types no letter and is not `besides`.
fn key_while_typing(state: &State, action: Action, besides: &str) -> String {
    let binding = state.keys().presentation.iter().find(|binding| binding.action == action);
    let mut chords = binding.into_iter().flat_map(|binding| binding.chords.iter());
    let chord = chords.find(|chord| !chord.types() && chord.written() != besides);
    chord.map(|chord| chord.name(state.charset())).unwrap_or_default()
}

fn of_heading(state: &State) -> Vec<Hint> {
    vec![
        of_command(state, SlideCommand::Open, SAVE),
        Hint::new(state, "Tab".to_owned(), OTHER_LINE, Some(Action::Present(SlideCommand::Next))),
        Hint::new(state, key_while_typing(state, Action::Find, ""), FIGURE, Some(Action::Find)),
        of_command(state, SlideCommand::Stop, CANCEL),
    ]
}

fn of_words(state: &State, editor: &WordsEditor) -> Vec<Hint> {
    if editor.is_discarding() {
        return vec![of_command(state, SlideCommand::Open, DISCARD), of_command(state, SlideCommand::Stop, KEEP)];
    }
    let save = Action::Present(SlideCommand::Open);
    vec![
        // Enter begins a line here.
        Hint::new(state, key_while_typing(state, save, "Enter"), SAVE, Some(save)),
        Hint::new(state, "Tab".to_owned(), NEXT_FIELD, Some(Action::NextPane)),
        Hint::new(state, key_while_typing(state, Action::Find, ""), FIGURE, Some(Action::Find)),
        of_command(state, SlideCommand::Stop, CANCEL),
    ]
}

fn of_new_slide(state: &State) -> Vec<Hint> {
    vec![
        up_and_down(state, CHOOSE),
        of_command(state, SlideCommand::Open, ON),
        of_command(state, SlideCommand::Stop, CANCEL),
    ]
}

fn of_decks(state: &State, chooser: &DeckChooser) -> Vec<Hint> {
    let choose = (chooser.decks().len() > 1).then(|| up_and_down(state, CHOOSE));
    let is_other = chooser.selected().is_some() && chooser.selected() != state.user_deck();
    let copy = Action::Present(SlideCommand::CopyDeck);
    let copy = is_other.then(|| Hint::new(state, "c".to_owned(), COPY_DECK, Some(copy)));
    let present = Hint::new(state, key_of(state, Action::Open), PRESENT, Some(Action::Open));
    let cancel = Hint::new(state, key_of(state, Action::Back), CANCEL, Some(Action::Back));
    choose.into_iter().chain([present]).chain(copy).chain([cancel]).collect()
}

/// Returns the keys of the list of all slides. Only the user's own deck has keys that change it.
fn of_list(state: &State, cursor: SlideIndex) -> Vec<Hint> {
    let is_own = state.presentation().is_some_and(|presentation| Some(presentation.deck()) == state.user_deck());
    let last = SlideIndex::last_of(state.slides().len());
    let is_usable = |command| match command {
        SlideCommand::Open | SlideCommand::Stop | SlideCommand::New => true,
        SlideCommand::CopyDeck => !is_own,
        SlideCommand::Earlier => is_own && cursor > SlideIndex::FIRST,
        SlideCommand::Later => is_own && cursor < last,
        SlideCommand::Remove => is_own && last > SlideIndex::FIRST,
        _ => is_own,
    };
    let hint = |(command, word)| {
        let key = state.keys().presentation.key_of(Action::Present(command))?;
        Some(Hint::new(state, key.name(state.charset()), word, Some(Action::Present(command))))
    };
    let choose = (last > SlideIndex::FIRST).then(|| up_and_down(state, CHOOSE));
    let keys = LIST.into_iter().filter(|(command, _)| is_usable(*command)).filter_map(hint);
    choose.into_iter().chain(keys).collect()
}

fn of_screen(state: &State) -> Vec<Hint> {
    let arrows = match (state.can_move(Axis::Vertical), state.can_move(Axis::Horizontal)) {
        (true, true) => Some(arrows(state, "↑↓←→", "Arrows")),
        (true, false) => Some(arrows(state, "↑↓", "Up Down")),
        (false, true) => Some(arrows(state, "←→", "Left Right")),
        (false, false) => None,
    };
    let arrows = arrows.map(|keys| Hint::new(state, keys, MOVE, None));
    let binding = |binding: &Binding| {
        let word = match binding.action {
            Action::SwitchMouse if state.has_mouse() => SELECT_TEXT,
            Action::SwitchMouse => USE_MOUSE,
            _ => binding.hint?,
        };
        let key = binding.chords.first()?.name(state.charset());
        state.is_usable(binding.action).then(|| Hint::new(state, key, word, Some(binding.action)))
    };
    // Over a slide `q` returns to it, and so may Esc, which the program's button already says.
    let is_said = |action| state.presentation().is_some() && matches!(action, Action::Quit);
    let here = state.keys().dashboard.iter();
    let here = here.filter(|binding| binding.works_on(state.screen()) && !is_said(binding.action));
    arrows.into_iter().chain(here.filter_map(binding)).collect()
}
