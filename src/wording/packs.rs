//! Words for the packs in force and the versions that they have.

use crate::domain::Dataset;
use crate::domain::pack::Pack;
use crate::text::{Lang, Phrase};
use itertools::Itertools;

const NO_VERSION: Phrase = Phrase { zh: "（无版本号）", en: " (no version)" };
const DATA: Phrase = Phrase { zh: "数据：", en: "Data: " };

/// Returns the name of a pack with its version; `None` where it has none.
#[must_use]
pub fn pack_with_version(pack: &Pack, lang: Lang) -> Option<String> {
    Some(format!("{} {}", pack.name.get(lang), pack.version.as_ref()?.number))
}

/// Returns one line that names all packs, with their versions: `数据：五市政协报道 2026.11、自己的数据（无版本号）`; `None` where
/// no pack has a version, so that there is nothing to cite.
#[must_use]
pub fn data_in_force(dataset: &Dataset, lang: Lang) -> Option<String> {
    let separator = Phrase { zh: "、", en: ", " }.get(lang);
    let packs = || dataset.packs.iter().map(|(_, pack)| pack);
    let named = |pack| {
        pack_with_version(pack, lang).unwrap_or_else(|| format!("{}{}", pack.name.get(lang), NO_VERSION.get(lang)))
    };
    packs()
        .any(|pack| pack.version.is_some())
        .then(|| format!("{}{}", DATA.get(lang), packs().map(named).join(separator)))
}
