//! Figures of the user's own pack, as the form of the dashboard adds, corrects and removes them.

use super::dashboard::Dashboard;
use cppcc::entry::NewEntries;
use cppcc::text::{Phrase, Text};
use cppcc::user_deck::LoadedData;
use cppcc::user_pack::{AddError, Added};
use std::rc::Rc;

const UNDONE: Phrase =
    Phrase { zh: "已撤销上一次录入、改正或删除", en: "The last change of your data is taken back" };

impl Dashboard<'_> {
    /// Writes what the form has made into the user's own pack. Where that is refused, the form stays as it is.
    pub(super) fn add(&mut self, entries: &NewEntries) {
        let added = self.user_pack.add(self.state.dataset(), entries);
        self.take_written(entries, added, ("已写入", "Written to"));
    }

    /// Corrects a figure, in its place or by one that is laid over it.
    pub(super) fn correct(&mut self, entries: &NewEntries) {
        let corrected = self.user_pack.correct(self.state.dataset(), entries);
        self.take_written(entries, corrected, ("已改正", "Corrected in"));
    }

    fn take_written(&mut self, entries: &NewEntries, written: Result<Added, AddError>, (zh, en): (&str, &str)) {
        match written {
            Ok(Added { loaded, parts }) => {
                let figure = entries.figures.first().map_or("", |figure| figure.id.as_str());
                self.remember_files();
                let left = self.state.take_added(Rc::new(loaded.dataset), loaded.user_deck, figure);
                let place =
                    parts.last().map_or_else(String::new, |part| format!("{}:{}", part.path.display(), part.line));
                self.state.notify(match left {
                    0 => Text::new(format!("{zh} {place}，按 u 撤销"), format!("{en} {place}; u takes it back")),
                    // What can be done next must not be cut off behind a long path.
                    left => Text::new(
                        format!("{zh}，按 u 撤销；句中还有 {left} 个数，按 a 接着录（{place}）"),
                        format!("u takes it back, a takes the next of {left} in the sentence. {en} {place}"),
                    ),
                });
            }
            Err(why) => self.state.refuse_form(&why.notice()),
        }
    }

    /// Removes a figure from the user's own pack.
    pub(super) fn remove(&mut self, id: &str) {
        match self.user_pack.remove(self.state.dataset(), id) {
            Ok(Added { loaded, .. }) => {
                self.remember_files();
                self.state.take_removal(Rc::new(loaded.dataset), loaded.user_deck);
                self.state
                    .notify(Text::new(format!("已删除 {id}，按 u 撤销"), format!("{id} removed; u brings it back")));
            }
            Err(why) => self.state.refuse_form(&why.notice()),
        }
    }

    /// Takes the last change back.
    pub(super) fn undo_addition(&mut self) {
        if !self.user_pack.can_undo() {
            self.state.say_nothing_to_undo();
            return;
        }
        match self.user_pack.undo() {
            Ok(LoadedData { dataset, user_deck, .. }) => {
                self.remember_files();
                self.state.replace_data(Rc::new(dataset), user_deck);
                self.state.notify(UNDONE);
            }
            Err(why) => self.state.notify(AddError::notice(&why)),
        }
    }
}
