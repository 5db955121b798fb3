//! What a name was resolved to, and what else it could have named.

use super::fault::{EntityKind, NearName};
use crate::text::Lang;
use itertools::Itertools;

/// The thing that a name names. Where several share the head of a name, it is the first of them, and the others are told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Resolved<K> {
    /// What finding the thing returns.
    pub key: K,
    /// The name as it was typed.
    pub typed: String,
    /// The kind of thing that was looked for.
    pub kind: EntityKind,
    /// The id and the name of the thing.
    pub taken: NearName,
    /// The others that the name could have meant just as well.
    pub others: Vec<NearName>,
}

impl<K> Resolved<K> {
    /// Returns the same with another key.
    pub(super) fn map<L>(self, map: impl FnOnce(K) -> L) -> Resolved<L> {
        let Self { key, typed, kind, taken, others } = self;
        Resolved { key: map(key), typed, kind, taken, others }
    }

    /// Says which of several was taken and which were not; `None` where the name means one thing only.
    #[must_use]
    pub fn remark(&self, lang: Lang) -> Option<String> {
        let separator = if lang == Lang::Zh { "、" } else { ", " };
        let others = self.others.iter().map(|other| other.label(lang)).join(separator);
        let (typed, taken, kind) = (&self.typed, self.taken.label(lang), self.kind.name().get(lang));
        (!others.is_empty()).then(|| match lang {
            Lang::Zh => format!("“{typed}”按 {taken}理解；同名{kind}还有：{others}"),
            Lang::En => format!("“{typed}” is taken as {taken}; other {kind}s of that name: {others}"),
        })
    }
}
