//! Everything that is shipped is found by whatever part of its name is typed, in every script and spelling.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test fails by panicking")]

use crate::support;
use cppcc::domain::{Key, Observation};
use cppcc::search::{Found, IndexEntry, SearchIndex, SearchTarget};
use cppcc::text::{CharSet, Lang};
use pinyin::ToPinyinMulti;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use support::library::shipped;

/// The pairs of a traditional and a simplified character that the program knows.
const TRADITIONAL: &str = include_str!("../../src/text/traditional.txt");

fn index(lang: Lang) -> SearchIndex {
    SearchIndex::new(&shipped(), lang, CharSet::Unicode)
}

/// The entries that are found, in no order.
fn entries(found: &Found) -> BTreeSet<usize> {
    found.hits.iter().map(|hit| hit.entry).collect()
}

/// The texts of an entry, each once.
fn texts(entry: &IndexEntry) -> BTreeSet<&str> {
    entry.forms.iter().map(|form| form.text.as_str()).collect()
}

/// The longest runs that are typed one character after the other; of longer ones, those to the end of a name.
const LONGEST: usize = 6;

/// Some texts as a tree in which each way from the root is a run of characters of a text.
#[derive(Default)]
struct Runs {
    next: BTreeMap<char, Self>,
    /// The entries whose texts hold the run.
    holders: BTreeSet<usize>,
    /// What follows the run up to the end of a text, with the entry.
    tails: BTreeSet<(String, usize)>,
}

impl Runs {
    fn add(&mut self, text: &str, entry: usize) {
        let characters: Vec<char> = text.chars().collect();
        for start in 0..characters.len() {
            let mut node = &mut *self;
            let (run, tail) = characters[start..].split_at(LONGEST.min(characters.len() - start));
            for character in run {
                node = node.next.entry(*character).or_default();
                node.holders.insert(entry);
            }
            if !tail.is_empty() {
                node.tails.insert((tail.iter().collect(), entry));
            }
        }
    }

    /// Types every run, one character after the other, and returns how many there are.
    fn type_in(&self, index: &SearchIndex, typed: &mut String, found: &Found) -> usize {
        let missed = |typed: &str, found: &Found, holder: usize| {
            let is_found = found.hits.iter().any(|hit| hit.entry == holder);
            assert!(is_found, "“{typed}” does not find “{}”", index.entries[holder].label());
        };
        for (tail, holder) in &self.tails {
            let typed = format!("{typed}{tail}");
            missed(&typed, &found.changed(index, &typed), *holder);
        }
        let mut count = self.tails.len();
        for (character, next) in &self.next {
            typed.push(*character);
            let found = found.changed(index, typed);
            if typed.chars().count() > 1 {
                let entries = entries(&found);
                next.holders
                    .iter()
                    .filter(|holder| !entries.contains(holder))
                    .for_each(|holder| missed(typed, &found, *holder));
            }
            count += 1 + next.type_in(index, typed, &found);
            typed.pop();
        }
        count
    }
}

#[test]
fn every_run_of_every_name_finds_it() {
    let index = index(Lang::Zh);
    let mut runs = Runs::default();
    for (number, entry) in index.entries.iter().enumerate() {
        for text in texts(entry) {
            runs.add(text, number);
        }
    }
    let count = runs.type_in(&index, &mut String::new(), &Found::new(&index, ""));
    assert!(count > 10_000, "{count}");
}

/// What is found one key after the other is what is found at once.
#[test]
fn typing_on_narrows_and_loses_nothing() {
    let index = index(Lang::En);
    for entry in index.entries.iter().step_by(7) {
        for text in texts(entry) {
            for text in [text.to_owned()].into_iter().chain(spellings(text)) {
                let mut found = Found::new(&index, "");
                let mut typed = String::new();
                for character in text.chars().take(12) {
                    typed.push(character);
                    found = found.changed(&index, &typed);
                }
                assert_eq!(found.hits, Found::new(&index, &typed).hits, "{typed}");
            }
        }
    }
}

#[test]
fn a_name_that_is_typed_whole_is_first() {
    for lang in [Lang::Zh, Lang::En] {
        let index = index(lang);
        for (number, entry) in index.entries.iter().enumerate() {
            // What is shown of a figure and of an article is as good as its name.
            for text in entry.forms.iter().take(2).map(|form| form.text.as_str()) {
                let first = |typed: &str| {
                    let found = Found::new(&index, typed);
                    let first = &index.entries[found.hits[0].entry];
                    // Things of one name stand together; nothing else is before them.
                    let is_first = found.hits[0].entry == number || bears(first, text);
                    assert!(is_first, "“{typed}” finds “{}” first, not “{}”", first.label(), entry.label());
                    assert!(entries(&found).contains(&number), "{typed}");
                };
                first(text);
                let variants = [text.to_uppercase(), full_width(text), text.replace(' ', "")];
                for typed in variants.iter().filter(|_| number % 9 == 0) {
                    first(typed);
                }
                for typed in in_traditional(text) {
                    first(&typed);
                }
            }
        }
    }
}

/// Whether an entry bears a name, its area aside.
fn bears(entry: &IndexEntry, name: &str) -> bool {
    let name = name.to_lowercase().replace('-', " ");
    entry
        .forms
        .iter()
        .map(|form| form.text.to_lowercase().replace('-', " "))
        .any(|text| text == name || text.split_once(' ').is_some_and(|(_, own)| own == name))
}

fn full_width(text: &str) -> String {
    let wide = |character: char| match character {
        '!'..='~' => char::from_u32(u32::from(character) + 0xfee0).unwrap(),
        other => other,
    };
    text.chars().map(wide).collect()
}

/// The text in traditional characters, in two of the ways in which it can be written; none where it has none.
fn in_traditional(text: &str) -> Vec<String> {
    let pairs = TRADITIONAL.lines().flat_map(|line| line.chars().zip(line.chars().skip(1)).step_by(2));
    let pairs: Vec<(char, char)> = pairs.filter(|(_, simplified)| text.contains(*simplified)).collect();
    let written = |pairs: &mut dyn DoubleEndedIterator<Item = &(char, char)>| {
        let forms: HashMap<char, char> = pairs.map(|(traditional, simplified)| (*simplified, *traditional)).collect();
        text.chars().map(|character| *forms.get(&character).unwrap_or(&character)).collect::<String>()
    };
    let both = [written(&mut pairs.iter()), written(&mut pairs.iter().rev())];
    BTreeSet::from(both).into_iter().filter(|written| written != text).collect()
}

/// The text in pinyin: in full, by initials, and mixed in two ways; none where nothing of it is Chinese.
fn spellings(text: &str) -> Vec<String> {
    let spelt = |take: &dyn Fn(usize, &str) -> String| {
        let letter = |(place, character): (usize, char)| {
            let readings = character.to_pinyin_multi().into_iter().flatten();
            // The last reading is the rarest.
            readings
                .last()
                .map_or_else(|| character.to_string(), |reading| take(place, &reading.plain().replace('ü', "v")))
        };
        text.chars().enumerate().map(letter).collect::<String>()
    };
    let initial = |reading: &str| reading.chars().take(1).collect::<String>();
    let forms = [
        spelt(&|_, reading| reading.to_owned()),
        spelt(&|_, reading| initial(reading)),
        spelt(&|place, reading| if place % 2 == 0 { reading.to_owned() } else { initial(reading) }),
        spelt(&|place, reading| if place % 3 == 0 { initial(reading) } else { reading.to_owned() }),
    ];
    forms.into_iter().filter(|form| form != text).collect()
}

#[test]
fn every_name_is_found_in_pinyin() {
    let index = index(Lang::Zh);
    let mut count = 0;
    for (number, entry) in index.entries.iter().enumerate() {
        for typed in texts(entry).into_iter().flat_map(spellings) {
            let found = Found::new(&index, &typed);
            assert!(entries(&found).contains(&number), "“{typed}” does not find “{}”", entry.label());
            count += 1;
        }
    }
    assert!(count > 1000, "{count}");
}

/// The figures with the numbers of their entries.
fn figures(index: &SearchIndex) -> impl Iterator<Item = (usize, Key<Observation>)> {
    index.entries.iter().enumerate().filter_map(|(number, entry)| match entry.target {
        SearchTarget::Figure(figure) => Some((number, figure)),
        _ => None,
    })
}

/// The years that a figure may speak of.
fn years(figure: &Observation) -> Vec<i16> {
    figure.period.reach().map_or_else(Vec::new, |(first, last)| (first.year()..=last.year()).collect())
}

#[test]
fn every_year_that_is_held_finds_its_figures() {
    let dataset = shipped();
    let index = index(Lang::Zh);
    let mut held: BTreeMap<(&str, &str, i16), BTreeSet<usize>> = BTreeMap::new();
    for (number, key) in figures(&index) {
        let figure = &dataset.observations[key];
        let area = &dataset.areas[figure.area].name;
        for year in years(figure) {
            held.entry((&area.zh, &area.en, year)).or_default().insert(number);
        }
    }
    assert!(held.len() > 15, "{held:?}");
    for ((zh, en, year), figures) in held {
        let typed = [
            format!("{zh} {year}"),
            format!("{en} {year}年"),
            format!("{zh}{year}"),
            full_width(&format!("{zh}{year}年")),
            format!("{year} {zh}"),
            format!("{year}年{zh}"),
        ];
        for typed in typed {
            let found = entries(&Found::new(&index, &typed));
            assert!(figures.is_subset(&found), "{typed}: {:?}", figures.difference(&found));
        }
    }
}

/// What was typed by people who found nothing, or a part of it.
#[test]
fn a_word_finds_all_that_hold_it() {
    let index = index(Lang::Zh);
    for word in ["批示", "信息", "满意率", "提案", "社情民意", "立案", "集体提案", "采用"] {
        // An article is found by its outlet, too, which is shown beside it.
        let by_outlet =
            |entry: &IndexEntry| matches!(entry.target, SearchTarget::Article(_)) && entry.detail.contains(word);
        let holds = |entry: &IndexEntry| entry.forms.iter().any(|form| form.text.contains(word)) || by_outlet(entry);
        let holders = index.entries.iter().enumerate().filter(|(_, entry)| holds(entry));
        let holders: BTreeSet<usize> = holders.map(|(number, _)| number).collect();
        assert!(holders.len() > 2, "{word}: {holders:?}");
        let found = Found::new(&index, word);
        assert_eq!(entries(&found), holders, "{word}");
        // What is marked is the word, wherever it stands.
        for hit in &found.hits {
            let text: Vec<char> = index.entries[hit.entry].forms[hit.form].text.chars().collect();
            let is_shown = index.entries[hit.entry].forms[hit.form].text.contains(word);
            let word = if is_shown { word } else { "" };
            assert_eq!(found.matched(&index, *hit).iter().map(|place| text[*place]).collect::<String>(), word);
        }
    }
    let dataset = shipped();
    for (typed, area, year) in
        [("青岛 2025", "qingdao", 2025), ("聊城 2022", "liaocheng", 2022), ("聊城 2020", "liaocheng", 2020)]
    {
        let held: BTreeSet<usize> = figures(&index)
            .filter(|(_, key)| dataset.areas[dataset.observations[*key].area].id == area)
            .filter(|(_, key)| years(&dataset.observations[*key]).contains(&year))
            .map(|(number, _)| number)
            .collect();
        let found = Found::new(&index, typed);
        let of_figures = found.hits.iter().map(|hit| hit.entry);
        let of_figures = of_figures.filter(|entry| matches!(index.entries[*entry].target, SearchTarget::Figure(_)));
        assert_eq!(of_figures.collect::<BTreeSet<_>>(), held, "{typed}");
    }
}
