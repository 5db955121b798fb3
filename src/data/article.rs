//! Reading articles and their digests.

use super::entries::PackEntries;
use super::fault::{self, RichTextKind};
use super::ids::Ids;
use super::{period, rich_text};
use crate::checked::{Languages, Reader, TomlTable, TomlValue};
use crate::domain::area::Area;
use crate::domain::article::{Article, Genre, Grade, Medium, Published};
use crate::domain::date::PartialDate;
use crate::domain::digest::Section;
use crate::domain::observation::Observation;
use crate::domain::pack::Pack;
use crate::domain::period::Period;
use crate::domain::{Key, OriginalHash};
use crate::text::Text;

/// An article as far as it could be read.
pub(super) struct ArticleDraft {
    pack: Option<Key<Pack>>,
    area: Option<Key<Area>>,
    pub title: Option<String>,
    pub outlet: Option<Text>,
    outlet_remark: Option<Text>,
    medium: Option<Medium>,
    place: Option<Text>,
    page: Option<String>,
    authors: Vec<String>,
    pub published: Option<Published>,
    /// Whether a period is given, sound or not.
    pub has_period: bool,
    pub period: Option<Period>,
    genre: Option<Genre>,
    statement: Option<Text>,
    pub grade: Option<Grade>,
    address: Option<String>,
    accessed: Option<PartialDate>,
    pub paragraphs: Option<u16>,
    original: Option<OriginalHash>,
    caveats: Vec<Text>,
    sections: Vec<Option<Section>>,
}

impl ArticleDraft {
    pub(super) fn read(reader: &Reader, entries: &PackEntries) -> Self {
        let string = |value: TomlValue| value.string().map(ToOwned::to_owned);
        let period = reader.find("period");
        let grade = reader.need("grade").and_then(TomlValue::word);
        let list = |key| reader.find(key).into_iter().flat_map(TomlValue::list);
        let section = |table: TomlTable| table.read(|reader| section(reader, &entries.observations.ids));
        Self {
            pack: entries.pack_of(reader.table.span.file),
            area: reader.need("area").and_then(|value| entries.areas.ids.resolve(value)),
            title: reader.need("title").and_then(string),
            outlet: outlet(reader),
            outlet_remark: reader.find("outlet_remark").and_then(TomlValue::text),
            medium: medium(reader),
            place: reader.find("place").and_then(TomlValue::text),
            page: reader.find("page").and_then(string),
            authors: reader.find("author").into_iter().chain(list("authors")).filter_map(string).collect(),
            published: reader.need("published").and_then(period::published),
            has_period: period.is_some(),
            period: period.and_then(|given| period::period(given, false)),
            genre: reader.need("genre").and_then(TomlValue::word),
            statement: reader.find("statement").and_then(TomlValue::text),
            grade,
            address: reader.find("address").and_then(address),
            accessed: reader.find("accessed").and_then(period::partial_date),
            paragraphs: paragraphs(reader, grade),
            original: reader.find("original").and_then(original),
            caveats: list("caveats").filter_map(TomlValue::text).collect(),
            sections: list("section").filter_map(TomlValue::as_table).map(section).collect(),
        }
    }

    /// Takes the sections of the digest; `None` where one of them is faulty.
    pub fn take_sections(&mut self) -> Option<Vec<Section>> {
        std::mem::take(&mut self.sections).into_iter().collect()
    }

    pub(super) fn finish(self, id: &str) -> Option<Article> {
        Some(Article {
            id: id.to_owned(),
            pack: self.pack?,
            area: self.area?,
            title: self.title?,
            outlet: self.outlet,
            outlet_remark: self.outlet_remark,
            medium: self.medium?,
            place: self.place,
            page: self.page,
            authors: self.authors,
            published: self.published?,
            period: self.period,
            genre: self.genre?,
            statement: self.statement,
            grade: self.grade?,
            address: self.address,
            accessed: self.accessed,
            paragraphs: self.paragraphs,
            original: self.original,
            caveats: self.caveats,
        })
    }
}

fn address(value: TomlValue) -> Option<String> {
    let address = value.string()?;
    let known = ["http://", "https://"].iter().any(|start| address.len() > start.len() && address.starts_with(start));
    if known { Some(address.to_owned()) } else { value.report(fault::bad_address()) }
}

fn original(value: TomlValue) -> Option<OriginalHash> {
    OriginalHash::parse(value.string()?).or_else(|| value.report(fault::not_a_hash()))
}

/// Reads the outlet, which only a remark that tells why may stand for.
fn outlet(reader: &Reader) -> Option<Text> {
    match reader.find("outlet_remark") {
        Some(_) => reader.find("outlet").and_then(TomlValue::text),
        None => reader.need("outlet").and_then(TomlValue::text),
    }
}

/// Reads the kind of publication; left out, it is a page of a website.
fn medium(reader: &Reader) -> Option<Medium> {
    let medium = reader.find("medium").map_or(Some(Medium::Web), TomlValue::word)?;
    for (key, of) in [("page", Medium::Newspaper), ("place", Medium::Report)] {
        if let Some(given) = reader.find(key).filter(|_| medium != of) {
            given.report::<()>(fault::of_another_medium(key, of.id()));
        }
    }
    Some(medium)
}

fn paragraphs(reader: &Reader, grade: Option<Grade>) -> Option<u16> {
    let given = reader.find("paragraphs");
    match (grade, given) {
        (Some(Grade::Full), None) => reader.report(fault::full_needs_paragraphs()),
        (Some(Grade::Excerpt | Grade::Repost), Some(given)) => given.report(fault::paragraphs_of_part()),
        (_, given) => given.and_then(TomlValue::count),
    }
}

fn section(reader: &Reader, figures: &Ids<Observation>) -> Option<Section> {
    let heading = reader.need("heading").and_then(TomlValue::text);
    let body = Languages::read(reader).and_then(|words| rich_text::in_languages(words, figures, RichTextKind::Digest));
    Some(Section { heading: heading?, body: body? })
}
