//! Why nothing was added.

use super::plan::{PlanError, unreadable};
use crate::checked::Faults;
use crate::data::io_words;
use crate::text::{Lang, Phrase, Text};
use std::io;
use std::path::Path;

/// Why an addition was not made, or not taken back. Then all files are as they were.
#[derive(Debug)]
pub enum AddError {
    /// There is no folder to write into.
    NoPlace,
    /// The data would have faults: those of the addition, or of what was there.
    Faults(Faults),
    /// Any other reason, as it is told.
    Refused(Text),
}

const NO_PLACE: Phrase = Phrase {
    zh: "没有写入的地方：HOME 未设，或不是绝对路径；请用 --data 指定文件夹",
    en: "there is no place to write to: HOME is not set, or is no absolute path; name a folder with --data",
};

impl From<PlanError> for AddError {
    fn from(why: PlanError) -> Self {
        Self::Refused(match why {
            PlanError::Unreadable(path, error) => unreadable(&path, &error),
            PlanError::Unchangeable(path, id) => {
                let path = path.display();
                Text::new(
                    format!("未写入：“{id}”写在方括号列表里，请直接改文件 {path}"),
                    format!("Nothing is written: `{id}` stands in a list in brackets; change the file {path}"),
                )
            }
            PlanError::NotOwn(id) => Text::new(
                format!("未删除：“{id}”不在自己的数据里；自带的数字不能删，只能另写一条同 id 的覆盖它"),
                format!(
                    "Nothing is removed: `{id}` is not in your data; a built-in figure can only be laid over by one of its id"
                ),
            ),
        })
    }
}

impl AddError {
    /// Returns what the system says of a file or a folder.
    pub(super) fn of_file(path: &Path, error: &io::Error) -> Self {
        let (why, path) = (io_words(error), path.display());
        Self::Refused(Text::new(
            format!("未写入：{}（{path}）", why.zh),
            format!("Nothing is written: {} ({path})", why.en),
        ))
    }

    /// Returns the reason in one line: of several faults the first.
    #[must_use]
    pub fn notice(&self) -> Text {
        match self {
            Self::NoPlace => NO_PLACE.into(),
            Self::Refused(why) => why.clone(),
            Self::Faults(faults) => {
                let Some(first) = faults.diagnostics().first() else { return NO_PLACE.into() };
                let help = |lang| first.help.as_ref().map_or(String::new(), |help| help.get(lang).to_owned());
                let (zh, en) = (help(Lang::Zh), help(Lang::En));
                let zh = if zh.is_empty() { zh } else { format!("；{zh}") };
                let en = if en.is_empty() { en } else { format!("; {en}") };
                Text::new(format!("未写入：{}{zh}", first.message.zh), format!("Not written: {}{en}", first.message.en))
            }
        }
    }

    /// Returns the whole reason: all faults with their places.
    #[must_use]
    pub fn text(&self, lang: Lang) -> String {
        match self {
            Self::Faults(faults) => faults.render(lang),
            Self::NoPlace | Self::Refused(_) => self.notice().get(lang).to_owned(),
        }
    }
}
