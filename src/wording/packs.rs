//! Words for the packs in force and the versions that they have.

use crate::domain::Dataset;
use crate::domain::pack::Pack;
use crate::text::{Lang, Phrase};
use itertools::Itertools;

const DATA: Phrase = Phrase { zh: "数据：", en: "Data: " };

/// Returns the name of a pack with its version; `None` where it has none.
#[must_use]
pub fn pack_with_version(pack: &Pack, lang: Lang) -> Option<String> {
    Some(format!("{} {}", pack.name.get(lang), pack.version.as_ref()?.number))
}

/// Returns one line that names the packs with a version: `数据：五市政协报道 2026.11、公开数字 2026.11`; `None` where no pack
/// has one.
#[must_use]
pub fn data_in_force(dataset: &Dataset, lang: Lang) -> Option<String> {
    let separator = Phrase { zh: "、", en: ", " }.get(lang);
    let named = dataset.packs.iter().filter_map(|(_, pack)| pack_with_version(pack, lang)).join(separator);
    (!named.is_empty()).then(|| format!("{}{named}", DATA.get(lang)))
}
