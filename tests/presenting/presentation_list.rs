//! The list of all slides: jumping, moving and removing slides of the user's deck, and typing their headings.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test fails by panicking")]

use crate::support;
use cppcc::app::{Action, Effect, State, keymap};
use cppcc::deck::{Deck, DeckEdit, NewSlide, SlideContent, SlideIndex, SlideKind, WrittenWords};
use cppcc::present::protocol::RemoteCommand;
use cppcc::text::{Lang, Text};
use crossterm::event::{KeyCode, KeyModifiers, MouseButton, MouseEvent, MouseEventKind};
use support::keys::{control, press, press_event, type_in};
use support::library::{with_deck, with_slides};
use support::screen::{foot, lines, opened_on};
use support::slides::{
    MINE, edited_heading, is_blank, list_cursor, presenting, presenting_user_deck, reload, slide_number, take_edit,
};

#[test]
fn the_list_jumps_names_its_keys_and_changes_the_users_deck_alone() {
    let mut state = presenting();
    type_in(&mut state, "o12⏎");
    assert_eq!(slide_number(&state), 12);
    type_in(&mut state, "o");
    assert_eq!(foot(&state).trim(), "↑↓ 选择  Enter 打开  n 新建  c 复制成自己的  Esc 返回");
    type_in(&mut state, "x");
    assert!(foot(&state).contains("能在这里改"), "{}", foot(&state));
    type_in(&mut state, "b");
    assert!(is_blank(&state));

    let mut own = presenting_user_deck();
    type_in(&mut own, "o");
    // The first slide can't go up.
    assert_eq!(foot(&own).trim(), "↑↓ 选择  Enter 打开  n 新建  e 改文字  d 复制  J 下移  x 删除  Esc 返回");
    assert_eq!(
        press(&mut own, KeyCode::Char('J')),
        Effect::Edit(DeckEdit::Move { slide: SlideIndex::FIRST, to: SlideIndex::new(1) })
    );
    assert_eq!(list_cursor(&own), Some(0), "the cursor goes along once it is done");
    assert_eq!(press(&mut own, KeyCode::Char('K')), Effect::None);
    assert_eq!(press(&mut own, KeyCode::Char('x')), Effect::Edit(DeckEdit::Remove(SlideIndex::new(0))));
    own.apply(Action::Resize(40, 12));
    assert!(!lines(&own).iter().any(|line| line.contains("还有")));
    let mut small = presenting();
    small.apply(Action::Resize(40, 12));
    type_in(&mut small, "o");
    assert!(lines(&small).iter().any(|line| line.contains("↓ 还有 6 行")), "{:#?}", lines(&small));
}

#[test]
fn in_the_list_a_number_says_which_slide_is_meant() {
    let mut state = presenting_user_deck();
    type_in(&mut state, "o3");
    assert_eq!(press(&mut state, KeyCode::Char('x')), Effect::Edit(DeckEdit::Remove(SlideIndex::new(2))));
    type_in(&mut state, "2r");
    assert_eq!(edited_heading(&state), Some(1));
    type_in(&mut state, "⎋9");
    assert_eq!(press(&mut state, KeyCode::Char('x')), Effect::None);
    assert!(foot(&state).contains("没有这一页"), "{}", foot(&state));
    // The mouse selects, and opens what is selected.
    let row = u16::try_from(lines(&state).iter().position(|line| line.contains("提交提案")).unwrap()).unwrap();
    let click = |state: &mut State, row| {
        let kind = MouseEventKind::Down(MouseButton::Left);
        let event = MouseEvent { kind, column: 20, row, modifiers: KeyModifiers::NONE };
        keymap::mouse_action(state, &event).map(|action| state.apply(action))
    };
    click(&mut state, row);
    assert_eq!(list_cursor(&state), Some(2));
    click(&mut state, 22);
    assert_eq!(list_cursor(&state), Some(2), "below the list there is nothing");
    click(&mut state, row);
    assert_eq!((slide_number(&state), list_cursor(&state)), (3, None));
}

#[test]
fn what_is_being_typed_outlives_new_data_and_the_speakers_keys() {
    let mut state = presenting_user_deck();
    type_in(&mut state, "o2r谁");
    RemoteCommand::To(3).apply(&mut state);
    assert_eq!((slide_number(&state), edited_heading(&state)), (3, Some(1)));
    // Another slide in front of it, from elsewhere.
    let another = "[[deck.slide]]\nkind = \"coverage\"\nareas = [\"jinan\"]\n\n[[deck.slide]]";
    reload(&mut state, with_deck(&MINE.replacen("[[deck.slide]]", another, 1)));
    let editor = state.heading().unwrap();
    assert_eq!((editor.slide().get(), editor.input(Lang::Zh).text()), (2, "谁"));
    assert_eq!(slide_number(&state), 4, "the screen shows what it showed");
}

#[test]
fn the_slide_that_is_shown_stays_shown_whatever_is_done_to_the_others() {
    let shown = |state: &State| Deck::edition(&state.decks()[state.user_deck().unwrap()], state.dataset());
    let mut state = presenting_user_deck();
    let before = shown(&state);
    type_in(&mut state, "3⏎o");
    press(&mut state, KeyCode::Home);
    let (coverage, timeline) = ("kind = \"coverage\"\n", "kind = \"timeline\"\n");
    let compare = "kind = \"compare\"\nindicators = [\"proposals-submitted\"]\n";
    let first_to_second = DeckEdit::Move { slide: SlideIndex::FIRST, to: SlideIndex::new(1) };
    take_edit(&mut state, &first_to_second, with_slides(&[timeline, coverage, compare]));
    assert_ne!(shown(&state), before, "another edition");
    assert_eq!((slide_number(&state), list_cursor(&state)), (3, Some(1)));
    take_edit(&mut state, &DeckEdit::Remove(SlideIndex::new(1)), with_slides(&[timeline, compare]));
    assert_eq!(slide_number(&state), 2);
    type_in(&mut state, "⎋");
    assert!(lines(&state)[1].contains("提交提案（全年或周期，件）"), "{:#?}", lines(&state));
}

#[test]
fn a_heading_is_typed_in_both_languages() {
    let mut state = presenting_user_deck();
    type_in(&mut state, "oj");
    press(&mut state, KeyCode::Down);
    type_in(&mut state, "r");
    let shown = lines(&state).join("\n");
    assert!(
        shown.contains("› 中文") && shown.contains("提交提案（全年或周期，件）"),
        "the default stands there: {shown}"
    );
    assert!(state.cursor().is_some(), "an input method shows what it composes there");
    type_in(&mut state, "谁交得多b");
    state.paste("？\n");
    type_in(&mut state, "⏎Who hands in most?");
    let title = Some(Text::new("谁交得多b？", "Who hands in most?"));
    assert_eq!(press(&mut state, KeyCode::Enter), Effect::Edit(DeckEdit::Rename { slide: SlideIndex::new(2), title }));
    assert!(state.heading().is_some(), "what was typed is kept until it is taken");
    type_in(&mut state, "⇥⌫⌫⎋");
    assert!(state.heading().is_none() && list_cursor(&state) == Some(2));
    // Nothing changed: there is nothing to do, and nothing to take back.
    type_in(&mut state, "r⏎");
    assert_eq!(press(&mut state, KeyCode::Enter), Effect::None);
    assert!(state.heading().is_none());
}

#[test]
fn a_heading_in_one_language_stands_for_both() {
    let mut state = presenting_user_deck();
    type_in(&mut state, "oj");
    press(&mut state, KeyCode::Down);
    type_in(&mut state, "r谁交得多？⏎");
    let both = Some(Text::new("谁交得多？", "谁交得多？"));
    let renamed = Effect::Edit(DeckEdit::Rename { slide: SlideIndex::new(2), title: both });
    assert!(
        lines(&state).join("\n").matches("谁交得多？").count() == 2,
        "the other line tells that it is taken for both"
    );
    assert_eq!(press(&mut state, KeyCode::Enter), renamed);
    // Who has settled what they write in is not asked for the other line, and may type it all the same.
    for (writes, typed) in [(Lang::Zh, "r谁交得多？"), (Lang::En, "r⇥谁交得多？")] {
        let mut state = presenting_user_deck();
        state.set_writes(Some(writes));
        type_in(&mut state, "oj");
        press(&mut state, KeyCode::Down);
        type_in(&mut state, typed);
        assert_eq!(press(&mut state, KeyCode::Enter), renamed, "{writes:?}");
    }
}

#[test]
fn a_blank_screen_stays_blank_while_a_heading_is_typed() {
    let mut state = presenting_user_deck();
    type_in(&mut state, "o2r谁");
    RemoteCommand::Blank.apply(&mut state);
    assert!(is_blank(&state), "as the speaker is told");
    assert!(lines(&state).iter().all(String::is_empty), "and nothing is drawn: {:#?}", lines(&state));
    RemoteCommand::Blank.apply(&mut state);
    assert_eq!((is_blank(&state), edited_heading(&state)), (false, Some(1)), "the heading comes back with the slide");
    assert_eq!(state.heading().unwrap().input(Lang::Zh).text(), "谁");
    RemoteCommand::Blank.apply(&mut state);
    type_in(&mut state, "b");
    assert_eq!((is_blank(&state), edited_heading(&state)), (false, Some(1)), "and by a key on this side, too");
}

/// Returns the edit that a key asks for.
fn edit_of(effect: Effect) -> DeckEdit {
    match effect {
        Effect::Edit(edit) => edit,
        other => panic!("no edit: {other:?}"),
    }
}

fn save(state: &mut State) -> Effect {
    press_event(state, &control('o'))
}

#[test]
fn a_slide_is_written_with_its_notes_in_one_language() {
    let mut state = presenting_user_deck();
    type_in(&mut state, "o↓n");
    assert!(lines(&state).iter().any(|line| line.contains("开篇")), "{:#?}", lines(&state));
    type_in(&mut state, "↓⏎");
    // What must be there is asked for, and what was typed stays.
    type_in(&mut state, "谁交得多？");
    assert_eq!(save(&mut state), Effect::None);
    assert!(lines(&state).iter().any(|line| line.contains("正文不能空着")), "{:#?}", lines(&state));
    type_in(&mut state, "滨州少。⏎咸阳多。⇥慢慢讲。");
    let words = |zh: &str| Some(Text::new(zh, zh));
    let new = NewSlide {
        content: SlideContent::blank(SlideKind::Text),
        words: WrittenWords {
            title: words("谁交得多？"),
            words: words("滨州少。\n咸阳多。"),
            notes: words("慢慢讲。"),
        },
    };
    let insert = DeckEdit::Insert { at: SlideIndex::new(2), slide: Box::new(new) };
    assert_eq!(edit_of(save(&mut state)), insert);
    // It stays open until the deck was changed; then the cursor is on the new slide.
    assert!(state.words_editor().is_some());
    let text = "kind = \"text\"\ntitle = \"谁交得多？\"\nwords = \"滨州少。\"";
    take_edit(
        &mut state,
        &insert,
        with_slides(&["kind = \"coverage\"", "kind = \"timeline\"", text, "kind = \"timeline\""]),
    );
    assert_eq!((list_cursor(&state), state.words_editor().is_some()), (Some(2), false));
    // The first slide, and where it goes, without a letter.
    type_in(&mut state, "g");
    press_event(&mut state, &control('n'));
    type_in(&mut state, "1汇报");
    let DeckEdit::Insert { at, slide } = edit_of(save(&mut state)) else { panic!() };
    let SlideContent::Title(title) = &slide.content else { panic!("{slide:?}") };
    assert_eq!((at, title.areas.as_slice()), (SlideIndex::new(1), state.areas()));
}

#[test]
fn what_was_typed_is_not_thrown_away_unasked() {
    let mut state = presenting_user_deck();
    type_in(&mut state, "oe⎋");
    assert!(state.words_editor().is_none(), "nothing was changed");
    type_in(&mut state, "e");
    state.paste("一句\r\n又一句");
    assert!(lines(&state).iter().any(|line| line.contains("一句 又一句")), "a heading is one line");
    type_in(&mut state, "⎋");
    assert!(lines(&state).iter().any(|line| line.contains("放弃所作的改动")), "{:#?}", lines(&state));
    type_in(&mut state, "x⎋");
    type_in(&mut state, "好");
    assert_eq!(state.apply(Action::Quit), Effect::None, "asks first");
    assert!(lines(&state).iter().any(|line| line.contains("放弃所作的改动")));
    type_in(&mut state, "⎋");
    let title = Some(Text::new("一句 又一句好", "一句 又一句好"));
    let words = WrittenWords { title, ..WrittenWords::default() };
    let rewrite = DeckEdit::Rewrite { slide: SlideIndex::FIRST, words: Box::new(words) };
    assert_eq!(edit_of(save(&mut state)), rewrite);
    // The speaker may go on meanwhile, and data may be read again.
    RemoteCommand::Blank.apply(&mut state);
    RemoteCommand::Blank.apply(&mut state);
    reload(&mut state, with_deck(MINE));
    assert_eq!(edit_of(save(&mut state)), rewrite);
    type_in(&mut state, "⎋⏎");
    assert!(state.words_editor().is_none());
    assert_eq!(state.apply(Action::Quit), Effect::Quit);
}

#[test]
fn a_figure_in_the_words_is_shown_by_its_value_and_goes_whole() {
    let mut state = presenting_user_deck();
    type_in(&mut state, "oe获批示");
    press_event(&mut state, &control('f'));
    type_in(&mut state, "滨州 获领导批示⏎");
    assert!(lines(&state).iter().any(|line| line.contains("获批示{68}次")), "{:#?}", lines(&state));
    let title = |state: &mut State| match edit_of(save(state)) {
        DeckEdit::Rewrite { words, .. } => words.title.unwrap().zh,
        other => panic!("{other:?}"),
    };
    assert_eq!(title(&mut state), "获批示{binzhou-2025-leader-instructions}次");
    press(&mut state, KeyCode::Left);
    assert!(lines(&state).iter().any(|line| line.contains("滨州") && line.contains("68")), "{:#?}", lines(&state));
    type_in(&mut state, "⌫");
    assert_eq!(title(&mut state), "获批示次");
}

#[test]
fn both_languages_are_kept_and_each_is_changed_in_its_own() {
    let slide = "kind = \"text\"\ntitle = { zh = \"一\", en = \"One\" }\nwords = \"言\"";
    let mut state = opened_on(with_slides(&[slide]), Lang::Zh, (80, 24));
    type_in(&mut state, "");
    press(&mut state, KeyCode::F(5));
    type_in(&mut state, "⏎oe二");
    press(&mut state, KeyCode::F(2));
    type_in(&mut state, " and two");
    let DeckEdit::Rewrite { words, .. } = edit_of(save(&mut state)) else { panic!() };
    assert_eq!(words.title, Some(Text::new("一二", "One and two")));
    assert_eq!(words.words, Some(Text::new("言", "言")));
}

#[test]
fn a_deck_is_chosen_and_one_that_is_built_in_is_a_start() {
    let mut state = opened_on(with_deck(MINE), Lang::Zh, (80, 24));
    press(&mut state, KeyCode::F(5));
    assert!(!state.is_presenting());
    let listed: Vec<String> = lines(&state).into_iter().filter(|line| line.contains(" 页  ")).collect();
    assert!(listed[0].contains("我的") && listed[0].contains("3 页  自己的"), "{listed:?}");
    assert!(listed[1].contains("14 页  内置"), "{listed:?}");
    type_in(&mut state, "c");
    assert!(foot(&state).contains("已是自己的"), "{}", foot(&state));
    type_in(&mut state, "↓");
    let DeckEdit::Add(copied) = edit_of(press(&mut state, KeyCode::Char('c'))) else { panic!() };
    assert_eq!(copied.len(), 14);
    assert!(copied.iter().all(|slide| slide.words.title.is_some() && slide.words.notes.is_some()));
    press(&mut state, KeyCode::F(5));
    assert_eq!((slide_number(&state), state.slides().len()), (1, 14), "F5 twice shows slides");
    // In its list, too, and another deck can be taken there.
    type_in(&mut state, "o");
    let copy = edit_of(press_event(&mut state, &control('k')));
    assert_eq!(copy, DeckEdit::Add(copied));
    press(&mut state, KeyCode::F(5));
    type_in(&mut state, "↑⏎");
    assert_eq!(state.slides().len(), 3);
    // Who makes a slide over another deck makes it in their own, and goes on there.
    let mut state = presenting();
    type_in(&mut state, "on1");
    state.paste("汇报");
    let add = edit_of(save(&mut state));
    take_edit(&mut state, &add, with_slides(&["kind = \"title\"\ntitle = \"汇报\""]));
    assert_eq!((state.slides().len(), list_cursor(&state)), (1, Some(0)));
}

#[test]
fn the_same_again_is_asked_for_and_put_where_the_list_was_left() {
    let mut state = opened_on(with_deck(MINE), Lang::Zh, (80, 24));
    type_in(&mut state, "3");
    assert_eq!(state.apply(Action::AddToDeck), Effect::None);
    assert!(foot(&state).contains("与第 1 页相同，再按一次仍加入"), "{}", foot(&state));
    type_in(&mut state, "↓");
    assert_eq!(state.apply(Action::AddToDeck), Effect::None, "another key has answered no");
    assert!(matches!(state.apply(Action::AddToDeck), Effect::Edit(DeckEdit::Add(_))));
    let mut state = presenting_user_deck();
    type_in(&mut state, "on3");
    assert!(!state.is_presenting() && foot(&state).contains("按 + 加入"), "{}", foot(&state));
    type_in(&mut state, "2");
    let edit = edit_of(state.apply(Action::AddToDeck));
    assert!(matches!(&edit, DeckEdit::Insert { at, .. } if *at == SlideIndex::new(1)), "{edit:?}");
    press(&mut state, KeyCode::F(5));
    assert_eq!(list_cursor(&state), Some(0));
    assert_eq!(press(&mut state, KeyCode::Char('d')), Effect::Edit(DeckEdit::Duplicate(SlideIndex::FIRST)));
}
