//! What comes over the sockets of a presentation: frames to a follower, marks from one, requests to the presentation and
//! statuses from it, as the first byte says.

use super::shipped::{LOOK, draw, library, opened};
use cppcc::app::keymap::Keys;
use cppcc::audience::{FrameKind, Hello, LiveSlide, Mark, Snapshot, read_frame};
use cppcc::deck::SlideIndex;
use cppcc::present::protocol::{RemoteRequest, SpeakerStatus};
use cppcc::present::speaker::SpeakerView;
use cppcc::text::Lang;
use cppcc::view::svg;
use std::rc::Rc;

/// Reads what comes as its reader does, and shows what it leads to.
pub fn run(bytes: &[u8]) {
    let Some((kind, sent)) = bytes.split_first() else { return };
    match kind % 4 {
        0 => frames(sent),
        1 => marks(sent),
        2 => requests(sent),
        _ => statuses(sent),
    }
}

fn frames(mut sent: &[u8]) {
    for _ in 0..8 {
        let Ok((kind, held)) = read_frame(&mut sent) else { return };
        assert!(held.len() <= kind.most(), "{} bytes in one frame", held.len());
        let again = kind.frame(&held).expect("what was read can be sent");
        assert_eq!(read_frame(&mut &*again).expect("a frame"), (kind, held.clone()));
        match kind {
            FrameKind::Hello => drop(serde_json::from_slice::<Hello>(&held)),
            FrameKind::Slide => drop(serde_json::from_slice::<LiveSlide>(&held)),
            FrameKind::Snapshot => snapshot(&held),
        }
    }
}

fn snapshot(held: &[u8]) {
    let Ok(snapshot) = serde_json::from_slice::<Snapshot>(held) else { return };
    match snapshot.load() {
        Ok(library) => {
            if let Some(state) = opened(Rc::new(library)) {
                draw(&state);
            }
        }
        Err(faults) => drop(faults.render(Lang::En)),
    }
}

fn marks(sent: &[u8]) {
    for bytes in sent.as_chunks::<{ Mark::LENGTH }>().0 {
        if let Some(mark) = Mark::read(*bytes) {
            assert_eq!(mark.bytes(), bytes);
            if let Some(asked) = mark.find(&library().dataset) {
                assert_eq!(Mark::of(&asked), mark, "{asked:?}");
            }
        }
    }
}

fn requests(sent: &[u8]) {
    let mut state = opened(library()).expect("there is data");
    let deck = state.decks().keys().next().expect("a deck");
    state.begin(deck, SlideIndex::FIRST, true);
    let last = state.decks()[deck].slides.len();
    for line in sent.split(|byte| *byte == b'\n').take(32) {
        if let Ok(request) = serde_json::from_slice::<RemoteRequest>(line) {
            request.command.apply(&mut state);
            let slide = state.presentation().expect("nobody ends it from afar").slide().number().get();
            assert!((1..=last).contains(&slide), "slide {slide} of {last}");
            draw(&state);
        }
    }
}

fn statuses(sent: &[u8]) {
    let mut view = SpeakerView::new(library(), Lang::Zh, Rc::new(Keys::default()), None);
    for line in sent.split(|byte| *byte == b'\n').take(32) {
        if let Ok(status) = serde_json::from_slice::<SpeakerStatus>(line) {
            let written = serde_json::to_vec(&status).expect("it can be sent on");
            assert_eq!(serde_json::from_slice::<SpeakerStatus>(&written).expect("a status"), status);
            view.set_status(Some(status));
            drop(svg::of_speaker(&view, LOOK));
        }
    }
}
