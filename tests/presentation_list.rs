//! The list of all slides: jumping, moving and removing slides of the user's deck, and typing their headings.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test fails by panicking")]

mod support;

use cppcc::app::{Action, Effect, State, keymap};
use cppcc::deck::{Deck, DeckEdit, SlideIndex};
use cppcc::present::protocol::RemoteCommand;
use cppcc::text::{Lang, Text};
use crossterm::event::{KeyCode, KeyModifiers, MouseButton, MouseEvent, MouseEventKind};
use support::keys::{press, type_in};
use support::library::{with_deck, with_slides};
use support::screen::{foot, lines};
use support::slides::{
    MINE, edited_heading, is_blank, list_cursor, presenting, presenting_user_deck, reload, slide_number, take_edit,
};

#[test]
fn the_list_jumps_names_its_keys_and_changes_the_users_deck_alone() {
    let mut state = presenting();
    type_in(&mut state, "o12⏎");
    assert_eq!(slide_number(&state), 12);
    type_in(&mut state, "o");
    assert_eq!(foot(&state).trim(), "↑↓ 选择  Enter 打开  Esc 返回");
    type_in(&mut state, "x");
    assert!(foot(&state).contains("能在这里改"), "{}", foot(&state));
    type_in(&mut state, "b");
    assert!(is_blank(&state));

    let mut own = presenting_user_deck();
    type_in(&mut own, "o");
    // The first slide can't go up.
    assert_eq!(foot(&own).trim(), "↑↓ 选择  Enter 打开  J 下移  r 改标题  x 删除  u 撤销  Esc 返回");
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
