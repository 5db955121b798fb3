//! Questions: marks of what is asked about, few of them, and nothing else.

use cppcc::app::{Action, AskedAbout, Effect, FollowerSeat, OpenQuestion, QuestionsTaken, SlideCommand, State};
use cppcc::audience::{FrameKind, Mark};
use cppcc::deck::{SlideIndex, SlideNumber};
use cppcc::text::Lang;
use std::io::{Read, Write};
use std::time::{Duration, Instant};

use super::many::{Follower, open, slide};
use crate::support;
use crate::support::keys::{codes, key};
use crate::support::library::shipped;
use crate::support::pty::SOON;

fn figure() -> AskedAbout {
    AskedAbout::Figure(shipped().observations.iter().nth(7).unwrap().1.id.clone())
}

#[test]
fn a_mark_names_a_slide_or_a_figure_and_nothing_else() {
    let library = shipped();
    for (_, figure) in library.observations.iter() {
        let asked = AskedAbout::Figure(figure.id.clone());
        let mark = Mark::of(&asked);
        assert_eq!(Mark::read(*mark.bytes()).unwrap().find(&library), Some(asked));
    }
    let ninth = AskedAbout::Slide(SlideNumber::new(9));
    assert_eq!(Mark::of(&ninth).find(&library), Some(ninth));
    assert_eq!(Mark::of(&AskedAbout::Figure("no such figure".to_owned())).find(&library), None);
    assert_eq!(Mark::read(*b"GET / HTTP/1.1\r\n"), None);
    assert_eq!(Mark::read([0; 16]), None);
    let mut beyond = *Mark::of(&AskedAbout::Slide(SlideNumber::new(1))).bytes();
    beyond[8..].copy_from_slice(&u64::MAX.to_be_bytes());
    assert_eq!(Mark::read(beyond).unwrap().find(&library), None);
}

#[test]
fn questions_are_few_and_whatever_else_comes_ends_the_connection() {
    let folder = support::private_folder();
    let path = folder.path().join("audience.sock");
    let server = open(&path, QuestionsTaken::Yes);
    server.give(FrameKind::Snapshot.frame(b"data").unwrap());
    server.show(&slide(1));
    let mut asking = Follower::join(&path);
    let mark = Mark::of(&figure());
    // A hundred at once, torn as the system likes: one is heard.
    asking.stream.write_all(&mark.bytes()[..5]).unwrap();
    std::thread::sleep(Duration::from_millis(30));
    asking.stream.write_all(&mark.bytes()[5..]).unwrap();
    asking.stream.write_all(&mark.bytes().repeat(100)).unwrap();
    let end = Instant::now() + SOON;
    let mut heard = Vec::new();
    while heard.is_empty() {
        heard = server.take_marks();
        assert!(Instant::now() < end, "it was not heard");
        std::thread::sleep(Duration::from_millis(5));
    }
    std::thread::sleep(Duration::from_millis(300));
    heard.extend(server.take_marks());
    assert_eq!(heard, [mark]);
    let mut rude = Follower::join(&path);
    let _ = rude.stream.write_all(b"tell me, how many proposals?");
    rude.next(FrameKind::Hello);
    let mut rest = Vec::new();
    let _ = rude.stream.read_to_end(&mut rest);
    assert!(server.take_marks().is_empty());
    // Whoever asks goes on following.
    asking.next(FrameKind::Hello);
    asking.next(FrameKind::Snapshot);
    assert_eq!(asking.next_slide(), slide(1));
}

#[test]
fn where_none_are_taken_nothing_is_read() {
    let folder = support::private_folder();
    let path = folder.path().join("audience.sock");
    let server = open(&path, QuestionsTaken::No);
    let mut asking = Follower::join(&path);
    asking.next(FrameKind::Hello);
    // Nobody will ever read it, and the system says so.
    assert!(asking.stream.write_all(Mark::of(&figure()).bytes()).is_err());
    assert!(server.take_marks().is_empty());
}

fn presenting() -> State {
    let mut state = support::screen::opened(Lang::Zh, (120, 36));
    let deck = state.decks().keys().next().unwrap();
    state.begin(deck, SlideIndex::FIRST, true);
    state
}

#[test]
fn the_speaker_opens_what_most_have_asked_about() {
    let mut state = presenting();
    let AskedAbout::Figure(id) = figure() else { unreachable!() };
    for asked in [AskedAbout::Slide(SlideNumber::new(5)), figure(), figure(), AskedAbout::Figure("unknown".to_owned())]
    {
        state.take_question(asked);
    }
    let open: Vec<_> = state.questions().all().to_vec();
    let fifth = AskedAbout::Slide(SlideNumber::new(5));
    assert_eq!(open, [OpenQuestion { about: figure(), count: 2 }, OpenQuestion { about: fifth, count: 1 }]);
    state.apply(Action::Present(SlideCommand::Answer));
    assert!(state.presentation().unwrap().view().is_dashboard());
    let held = &state.dataset().observations[state.dataset().observations.find(&id).unwrap()];
    assert_eq!(state.area(), held.area);
    assert_eq!(state.questions().all().len(), 1);
    state.apply(Action::Present(SlideCommand::Begin));
    state.apply(Action::Present(SlideCommand::Answer));
    assert_eq!(state.presentation().unwrap().slide().number().get(), 5);
    assert_eq!(state.apply(Action::Present(SlideCommand::Answer)), Effect::None);
    assert!(state.notice().is_some_and(|notice| notice.zh.contains("没有提问")));
}

#[test]
fn the_key_that_asks_works_where_questions_are_taken() {
    let mut state = support::screen::opened(Lang::Zh, (120, 36));
    state.become_follower(FollowerSeat::Kiosk);
    for (questions, asks) in [(QuestionsTaken::No, false), (QuestionsTaken::Yes, true), (QuestionsTaken::No, false)] {
        let deck = state.decks().keys().next().unwrap();
        let screen = cppcc::app::SpeakerScreen::Slide;
        state.show_live(cppcc::app::LiveView { deck, slide: SlideIndex::new(3), screen, questions });
        let event = key(codes("?").next().unwrap());
        let action = cppcc::app::keymap::action(&state, &event);
        assert_eq!(action == Some(Action::Ask), asks);
        assert_eq!(action == Some(Action::Help), !asks);
        let effect = state.apply(Action::Ask);
        let asked = Effect::Ask(AskedAbout::Slide(SlideNumber::new(4)));
        assert_eq!(effect, if asks { asked } else { Effect::None });
    }
}
