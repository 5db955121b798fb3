//! A thing with its names, and how a typed name is compared with them.

use super::fault::{EntityKind, NameFault, NearName};
use super::resolved::Resolved;
use crate::search::pinyin::spellings;
use crate::text::{Text, fold_fullwidth, width};
use itertools::Itertools;
use std::cell::OnceCell;

/// A thing with all names under which it may be found. The key is what finding it returns.
pub(super) struct NamedEntity<K> {
    key: K,
    pub(super) candidate: NearName,
    other_names: Vec<String>,
    /// The forms in which names are compared. They are worked out only if no id fits, because spelling all names out in
    /// pinyin takes long.
    forms: OnceCell<Vec<String>>,
    /// The forms of what stands before the bracket of a name.
    heads: OnceCell<Vec<String>>,
}

impl<K: Copy> NamedEntity<K> {
    pub(super) fn new(key: K, id: &str, name: Option<&Text>, other_names: impl IntoIterator<Item = String>) -> Self {
        let candidate = NearName { id: id.to_owned(), name: name.cloned() };
        Self {
            key,
            candidate,
            other_names: other_names.into_iter().collect(),
            forms: OnceCell::new(),
            heads: OnceCell::new(),
        }
    }

    fn forms(&self) -> &[String] {
        self.forms.get_or_init(|| {
            let mut forms = vec![plain(&self.candidate.id)];
            if let Some(name) = &self.candidate.name {
                forms.extend(forms_of(&name.zh, &name.en));
            }
            forms.extend(self.other_names.iter().map(|form| plain(form)));
            forms
        })
    }

    fn heads(&self) -> &[String] {
        self.heads.get_or_init(|| {
            let Some(name) = &self.candidate.name else { return Vec::new() };
            let (zh, en) = (head(&name.zh), head(&name.en));
            if zh.is_none() && en.is_none() {
                return Vec::new();
            }
            forms_of(zh.unwrap_or_default(), en.unwrap_or_default()).filter(|form| !form.is_empty()).collect()
        })
    }
}

/// Returns the forms of a name in both languages, and its pinyin.
fn forms_of(zh: &str, en: &str) -> impl Iterator<Item = String> {
    let spelt = spellings(zh).into_iter().flat_map(|spelling| [spelling.full, spelling.initials]);
    [plain(zh), plain(en)].into_iter().chain(spelt)
}

/// Returns what stands before the bracket of a name: 立案提案 of 立案提案（大会截止）.
fn head(name: &str) -> Option<&str> {
    let (head, _) = name.split_once(['（', '('])?;
    Some(head.trim_end()).filter(|head| !head.is_empty())
}

/// Takes away what people write now one way, now another: case, full width, spaces, hyphens and quotation marks.
fn plain(name: &str) -> String {
    let letters = name.chars().filter(|character| !matches!(character, '“' | '”' | '「' | '」' | '·'));
    letters
        .map(fold_fullwidth)
        .filter(|character| character.is_alphanumeric() || *character == '+')
        .collect::<String>()
        .to_lowercase()
}

/// A way to tell whether a thing bears the typed name, which is given as typed and in the form in which names are compared.
type Test<K> = fn(&NamedEntity<K>, &str, &str) -> bool;

/// Finds the thing with a name: by its id, or else by a whole form, the head of a name, or the beginning of a form.
pub(super) fn find<K: Copy>(
    kind: EntityKind,
    typed: &str,
    things: impl Iterator<Item = NamedEntity<K>>,
) -> Result<Resolved<K>, NameFault> {
    let things: Vec<NamedEntity<K>> = things.collect();
    let wanted = plain(typed);
    let fault = |candidates, is_ambiguous| NameFault { kind, typed: typed.to_owned(), candidates, is_ambiguous };
    let resolved = |one: &NamedEntity<K>, others: &[&NamedEntity<K>]| Resolved {
        key: one.key,
        typed: typed.to_owned(),
        kind,
        taken: one.candidate.clone(),
        others: others.iter().map(|other| other.candidate.clone()).collect(),
    };
    if !wanted.is_empty() {
        for (test, takes_first) in [(is_id as Test<K>, false), (is_form, false), (is_head, true), (begins, false)] {
            match things.iter().filter(|thing| test(thing, typed, &wanted)).collect_vec().as_slice() {
                [] => {}
                [one] => return Ok(resolved(one, &[])),
                // What the bracket tells apart is not asked for, so the first is taken: it is the usual one.
                [first, others @ ..] if takes_first => return Ok(resolved(first, others)),
                several => {
                    return Err(fault(several.iter().map(|thing| thing.candidate.clone()).collect(), true));
                }
            }
        }
    }
    Err(fault(near_names(&wanted, &things), false))
}

fn is_id<K: Copy>(thing: &NamedEntity<K>, typed: &str, _: &str) -> bool {
    thing.candidate.id == typed
}

fn is_form<K: Copy>(thing: &NamedEntity<K>, _: &str, wanted: &str) -> bool {
    thing.forms().iter().any(|form| form == wanted)
}

fn is_head<K: Copy>(thing: &NamedEntity<K>, _: &str, wanted: &str) -> bool {
    thing.heads().iter().any(|head| head == wanted)
}

fn begins<K: Copy>(thing: &NamedEntity<K>, _: &str, wanted: &str) -> bool {
    thing.forms().iter().any(|form| form.starts_with(wanted))
}

/// Returns the few things whose names contain what was typed, or are written most like it.
fn near_names<K: Copy>(wanted: &str, things: &[NamedEntity<K>]) -> Vec<NearName> {
    const ALIKE: f64 = 0.5;
    // What is much less alike than the best is not worth naming beside it.
    const BEHIND: f64 = 0.2;
    const MOST: usize = 3;
    // A name that contains what was typed is likelier meant than one that looks alike by chance.
    const CONTAINS: f64 = 0.9;
    // One Chinese character or two letters are contained in too many names to tell anything.
    let is_telling = width(wanted) >= 3;
    let likeness = |thing: &NamedEntity<K>| {
        let like = |form: &String| {
            let alike = strsim::normalized_damerau_levenshtein(wanted, form);
            if is_telling && form.contains(wanted) { alike.max(CONTAINS) } else { alike }
        };
        thing.forms().iter().map(like).fold(0.0, f64::max)
    };
    let likely = things.iter().map(|thing| (likeness(thing), thing)).filter(|(likeness, _)| *likeness >= ALIKE);
    let sorted = likely.sorted_by(|(one, _), (other, _)| other.total_cmp(one)).take(MOST).collect_vec();
    let best = sorted.first().map_or(0.0, |(likeness, _)| *likeness);
    let near = sorted.into_iter().filter(|(likeness, _)| *likeness >= best - BEHIND);
    near.map(|(_, thing)| thing.candidate.clone()).collect()
}
