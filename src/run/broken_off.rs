//! The page that is shown, in a small file of the user's, so that a presentation that breaks off can go on there.
//!
//! It is written as soon as another slide is shown, since a dropped line or a closed lid gives no time for it, and removed at a
//! regular end.

use cppcc::app::State;
use cppcc::app::presentation::show::OfferedPage;
use cppcc::deck::SlideNumber;
use cppcc::text::environment;
use serde::{Deserialize, Serialize};
use std::fs;
use std::io::Read;
use std::path::PathBuf;

/// More than the file ever takes.
const LONGEST: u64 = 4096;
/// For how many seconds the speaking time goes on while nothing is shown. After a longer break it begins anew.
const SAME_TALK: u64 = 3600;

/// What the file says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Record {
    /// The id of the deck.
    deck: String,
    /// Its fingerprint: of a deck that was changed, the page may be another.
    edition: u64,
    /// The number of the slide, from 1.
    slide: usize,
    /// When the presentation began, and when the slide was shown, in seconds of the monotonic clock.
    began: u64,
    at: u64,
    /// The process that shows it.
    process: u32,
}

/// Keeps the page in the file, as long as something is presented.
#[derive(Default)]
pub struct BrokenOff {
    /// What was written last.
    written: Option<Record>,
    /// Whether the file holds a page of another process, which was offered here.
    is_offered: bool,
}

impl BrokenOff {
    /// Offers the page at which a presentation of this deck broke off.
    pub fn offer(&mut self, state: &mut State) {
        let (Some(status), Some(record)) = (state.status(), read()) else { return };
        let slide = SlideNumber::new(record.slide).index_in(state.slides().len());
        let is_same = (&record.deck, record.edition) == (&status.deck, status.edition);
        let Some(slide) = slide.filter(|_| is_same) else { return };
        self.is_offered = true;
        let now = state.clock().map_or(0, |clock| clock.seconds);
        let is_one_talk = record.began <= record.at && record.at <= now && now - record.at < SAME_TALK;
        state.offer_page(OfferedPage { slide, began: is_one_talk.then_some(record.began) });
    }

    /// Writes down the slide that is shown, if it is another. The first one needs no offer.
    pub fn keep(&mut self, state: &State) {
        let Some(status) = state.status() else {
            self.end();
            return;
        };
        let slide = status.slide.get();
        let was = self.written.as_ref().map(|record| (&record.deck, record.edition, record.slide));
        if was == Some((&status.deck, status.edition, slide)) || was.is_none() && slide == 1 {
            return;
        }
        let at = state.clock().map_or(0, |clock| clock.seconds);
        let (deck, edition, began) = (status.deck, status.edition, status.began);
        let record = Record { deck, edition, slide, began, at, process: std::process::id() };
        write(&record);
        self.written = Some(record);
    }

    /// Removes the file, since the presentation has ended as it should.
    pub fn end(&mut self) {
        let is_own = |record: &Record| record.process == std::process::id() || self.is_offered;
        if (self.written.is_some() || self.is_offered)
            && let Some(path) = path()
            && read().is_none_or(|record| is_own(&record))
        {
            let _ = fs::remove_file(path);
        }
        *self = Self::default();
    }
}

fn path() -> Option<PathBuf> {
    Some(environment::state_folder(|name| std::env::var_os(name))?.join("cppcc/presentation"))
}

/// Reads the file; `None` where there is none, or it says something else.
fn read() -> Option<Record> {
    let path = path()?;
    // Reading a pipe might never end.
    fs::metadata(&path).ok().filter(|file| file.is_file() && file.len() <= LONGEST)?;
    let mut text = String::new();
    fs::File::open(path).ok()?.take(LONGEST).read_to_string(&mut text).ok()?;
    serde_json::from_str(&text).ok()
}

/// Writes the file whole or not at all. Where nothing can be written, nothing can be offered either.
fn write(record: &Record) {
    let (Some(path), Ok(text)) = (path(), serde_json::to_string(record)) else { return };
    if let Some(folder) = path.parent() {
        let _ = fs::create_dir_all(folder);
    }
    let new = path.with_extension(format!("{}.new", record.process));
    let written = fs::write(&new, text).and_then(|()| fs::rename(&new, &path));
    if written.is_err() {
        let _ = fs::remove_file(new);
    }
}
