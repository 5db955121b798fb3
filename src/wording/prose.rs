//! Words for figures in running text, where a sign would not be read as a word: `150余家`, `nearly 14,000 articles`.

use crate::domain::digest::Inline;
use crate::domain::indicator::Nature;
use crate::domain::interval::{Amount, Qualifier};
use crate::domain::observation::{Observation, PrintedValue};
use crate::domain::{Dataset, Key};
use crate::text::number::written;
use crate::text::{Lang, Phrase};

/// A piece of running text, and the figure that it is.
pub type WordedPiece = (String, Option<Key<Observation>>);

/// The sign behind a number without a source. What it means is said in words where the sources stand.
const UNSOURCED_SIGN: char = '*';

/// What the sign behind a number without a source means.
pub const UNSOURCED: Phrase = Phrase { zh: "* 未注出处", en: "* unsourced" };

/// Returns the pieces of a text with its figures in words that fit what stands around them.
#[must_use]
pub fn worded(dataset: &Dataset, pieces: &[Inline], lang: Lang) -> Vec<WordedPiece> {
    let words_at = |at: Option<usize>| match at.and_then(|at| pieces.get(at)) {
        Some(Inline::Words(words) | Inline::Unsourced(words)) => Some(words.as_str()),
        Some(Inline::Figure(_)) => None,
        None => Some(""),
    };
    let piece = |(at, piece): (usize, &Inline)| match piece {
        Inline::Words(words) => (words.clone(), None),
        Inline::Unsourced(number) => (format!("{number}{UNSOURCED_SIGN}"), None),
        Inline::Figure(key) => {
            let observation = &dataset.observations[*key];
            // Beside another figure no sentence begins, and no noun follows.
            let before = words_at(at.checked_sub(1).or(Some(usize::MAX))).unwrap_or("—");
            let after = words_at(Some(at + 1)).unwrap_or_default();
            (figure_between(observation, lang, before, after), Some(*key))
        }
    };
    pieces.iter().enumerate().map(piece).collect()
}

/// Returns a figure as it reads between what stands before and after it.
pub(super) fn figure_between(observation: &Observation, lang: Lang, before: &str, after: &str) -> String {
    let printed = &observation.source.printed;
    value_between((&observation.value, printed), observation.nature, lang, before, after)
}

/// Returns a value as it reads between what stands before and after it. The printed phrase may hedge it in words of its own.
fn value_between(
    (value, phrase): (&PrintedValue, &str),
    nature: Nature,
    lang: Lang,
    before: &str,
    after: &str,
) -> String {
    let figure = match value {
        PrintedValue::Designed(text) => return text.clone(),
        PrintedValue::Between { low, high } => Hedged::range(*low, *high, lang),
        PrintedValue::Number { amount, qualifier } => match lang {
            Lang::Zh => several(*amount, *qualifier, phrase)
                .map_or_else(|| in_chinese((*amount, phrase), *qualifier, nature), |words| Hedged::new("", words)),
            Lang::En => in_english((*amount, phrase), *qualifier, nature, after),
        },
    };
    figure.between(lang, before, after)
}

/// A number with the words that hedge it.
struct Hedged {
    before: &'static str,
    number: String,
    /// What stands within or behind the number: 余, and the unit of counting behind it.
    after: String,
}

impl Hedged {
    fn new(before: &'static str, number: impl Into<String>) -> Self {
        Self { before, number: number.into(), after: String::new() }
    }

    fn range(low: Amount, high: Amount, lang: Lang) -> Self {
        let [low, high] = [low, high].map(|end| number(end, lang));
        Self::new("", if lang == Lang::Zh { format!("{low}至{high}") } else { format!("{low} to {high}") })
    }

    /// Returns the words; without a hedge that stands beside them already, and with a capital where an English sentence begins.
    fn between(self, lang: Lang, before: &str, after: &str) -> String {
        let is_hedged_already =
            !self.before.is_empty() && before.to_lowercase().trim_end().ends_with(self.before.trim());
        let hedge = if is_hedged_already { "" } else { self.before };
        let behind = match self.after.strip_prefix('余') {
            Some(rest) if after.starts_with(['余', '多']) => rest,
            _ => &self.after,
        };
        let words = format!("{hedge}{}{behind}", self.number);
        if lang == Lang::En && begins_sentence(before) { capitalized(&words) } else { words }
    }
}

/// Returns 数十, 数百 and so on where the phrase prints that or 几十: 10余 would say between ten and twenty.
fn several(amount: Amount, qualifier: Qualifier, phrase: &str) -> Option<&'static str> {
    const SEVERAL: [(f64, [&str; 2]); 8] = [
        (1e1, ["数十", "几十"]),
        (1e2, ["数百", "几百"]),
        (1e3, ["数千", "几千"]),
        (1e4, ["数万", "几万"]),
        (1e5, ["数十万", "几十万"]),
        (1e6, ["数百万", "几百万"]),
        (1e7, ["数千万", "几千万"]),
        (1e8, ["数亿", "几亿"]),
    ];
    let is_meant =
        |size: f64| (amount.get() - size).abs() < 0.5 && matches!(qualifier, Qualifier::AtLeast | Qualifier::Order);
    let (_, words) = SEVERAL.into_iter().find(|(size, _)| is_meant(*size))?;
    words.into_iter().any(|words| phrase.contains(words)).then(|| words[0])
}

fn in_chinese((amount, phrase): (Amount, &str), qualifier: Qualifier, nature: Nature) -> Hedged {
    let plain = number(amount, Lang::Zh);
    match qualifier {
        Qualifier::Exact | Qualifier::Between => Hedged::new("", plain),
        Qualifier::AtLeast if INCLUSIVE.iter().any(|word| phrase.contains(word)) => Hedged::new("不少于", plain),
        Qualifier::AtLeast => at_least_in_chinese(plain, nature),
        Qualifier::Below if nature.is_count() && !phrase.contains("不足") => Hedged::new("近", plain),
        Qualifier::Below => Hedged::new("不到", plain),
        Qualifier::AtMost => Hedged::new("不超过", plain),
        Qualifier::About => Hedged::new("约", plain),
        Qualifier::Order => match magnitude(amount, Lang::Zh) {
            Some(words) => Hedged::new("", words),
            None => Hedged::new("", plain + "级"),
        },
    }
}

/// Hedges that include the number itself, which 余 does not.
const INCLUSIVE: [&str; 4] = ["以上", "至少", "不少于", "最少"];

/// Puts 余 where it belongs: before 万 and 亿 behind a round number, and behind them otherwise. A number that is not round
/// takes no 余, nor does one that counts nothing.
fn at_least_in_chinese(plain: String, nature: Nature) -> Hedged {
    let floor = if matches!(nature, Nature::Rate | Nature::Ratio | Nature::Change) { "不低于" } else { "不少于" };
    let (digits, unit) = plain.find(['万', '亿']).map_or((plain.as_str(), ""), |at| plain.split_at(at));
    let more = match (nature.is_count(), digits.ends_with('0'), unit) {
        (false, ..) | (_, false, "") => return Hedged::new(floor, plain),
        (_, true, unit) => format!("余{unit}"),
        (_, false, unit) => return Hedged { before: "", number: format!("{digits}{unit}"), after: "余".to_owned() },
    };
    Hedged { before: "", number: digits.to_owned(), after: more }
}

fn in_english((amount, phrase): (Amount, &str), qualifier: Qualifier, nature: Nature, after: &str) -> Hedged {
    let plain = number(amount, Lang::En);
    let is_round = plain.ends_with(|last: char| last == '0' || last.is_alphabetic());
    match qualifier {
        Qualifier::Exact | Qualifier::Between => Hedged::new("", plain),
        Qualifier::AtLeast if nature.is_count() && is_round => Hedged::new("more than ", plain),
        Qualifier::AtLeast => Hedged::new("at least ", plain),
        Qualifier::Below if ["fewer", "less", "under", "不足"].iter().any(|word| phrase.contains(word)) => {
            Hedged::new(if nature.is_count() { "fewer than " } else { "less than " }, plain)
        }
        Qualifier::Below if nature.is_count() => Hedged::new("nearly ", plain),
        Qualifier::Below => Hedged::new("less than ", plain),
        Qualifier::AtMost => Hedged::new("no more than ", plain),
        Qualifier::About => Hedged::new("about ", plain),
        Qualifier::Order => {
            // Between a number and its noun such words would have no place.
            let has_noun = after.trim_start().starts_with(char::is_alphabetic);
            let whose = if has_noun { "" } else { " by the paper's own words" };
            let words = magnitude(amount, Lang::En).map_or_else(|| format!("about {plain}"), str::to_owned);
            Hedged { after: whose.to_owned(), ..Hedged::new("", words) }
        }
    }
}

/// Returns a number as running text writes it: `1.4万`, `160 million`.
fn number(amount: Amount, lang: Lang) -> String {
    let number = written(amount.get(), lang);
    match (lang, number.strip_suffix("bn"), number.strip_suffix('M')) {
        (Lang::En, Some(billions), _) => format!("{billions} billion"),
        (Lang::En, _, Some(millions)) => format!("{millions} million"),
        _ => number,
    }
}

/// The powers of ten in words. From 万 on Chinese names the class by 级; a smaller one would not be understood so.
const MAGNITUDES: [(f64, Phrase); 9] = [
    (1e1, Phrase { zh: "约十", en: "about ten" }),
    (1e2, Phrase { zh: "约百", en: "about a hundred" }),
    (1e3, Phrase { zh: "约千", en: "about a thousand" }),
    (1e4, Phrase { zh: "万级", en: "about ten thousand" }),
    (1e5, Phrase { zh: "十万级", en: "about a hundred thousand" }),
    (1e6, Phrase { zh: "百万级", en: "about a million" }),
    (1e7, Phrase { zh: "千万级", en: "about ten million" }),
    (1e8, Phrase { zh: "亿级", en: "about a hundred million" }),
    (1e9, Phrase { zh: "十亿级", en: "about a billion" }),
];

/// Returns the words for an amount that is a power of ten; `None` where it is another.
fn magnitude(amount: Amount, lang: Lang) -> Option<&'static str> {
    let found = MAGNITUDES.iter().find(|(size, _)| (amount.get() - size).abs() < 0.5);
    found.map(|(_, words)| words.get(lang))
}

/// Whether an English sentence begins behind these words.
fn begins_sentence(before: &str) -> bool {
    let words = before.trim_end();
    words.is_empty() || before.ends_with('\n') || (words.len() < before.len() && words.ends_with(['.', '!', '?']))
}

pub(super) fn capitalized(words: &str) -> String {
    let mut characters = words.chars();
    characters.next().map_or_else(String::new, |first| first.to_uppercase().chain(characters).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use Qualifier::{About, AtLeast, AtMost, Below, Exact, Order};

    fn read(text: &str, number: f64, qualifier: Qualifier, nature: Nature) -> String {
        let (before, after) = text.split_once("{}").unwrap();
        let lang = if text.is_ascii() { Lang::En } else { Lang::Zh };
        let value = PrintedValue::Number { amount: Amount::of_change(number).unwrap(), qualifier };
        format!("{before}{}{after}", value_between((&value, ""), nature, lang, before, after))
    }

    #[test]
    fn sentences_of_the_digests_read_as_prose() {
        for (text, number, qualifier, expected) in [
            ("走进委员企业{}家", 150.0, AtLeast, "走进委员企业150余家"),
            ("用户{}个；", 200_000.0, AtLeast, "用户20余万个；"),
            ("都有{}次", 1e6, AtLeast, "都有100余万次"),
            ("影响群众{}人次。", 3500.0, AtLeast, "影响群众3500余人次。"),
            ("发稿{}篇", 14_000.0, Below, "发稿近1.4万篇"),
            ("阅读{}人次", 14_000.0, AtLeast, "阅读1.4万余人次"),
            ("投入{}元", 2.7e9, AtLeast, "投入27亿余元"),
            ("访问人次为{}，", 1e6, Order, "访问人次为百万级，"),
            ("建成{}家", 100.0, Order, "建成约百家"),
            ("覆盖{}人", 1e9, Order, "覆盖十亿级人"),
            ("立案{}件", 512.0, AtLeast, "立案不少于512件"),
            ("不超过{}家", 30.0, AtMost, "不超过30家"),
            ("每场{}人", 30.0, About, "每场约30人"),
            ("共{}余家", 150.0, AtLeast, "共150余家"),
            ("The app's own figures: {} articles", 14_000.0, Below, "The app's own figures: nearly 14,000 articles"),
            ("on some results. {} enterprises", 150.0, AtLeast, "on some results. More than 150 enterprises"),
            ("reads, {} users;", 200_000.0, AtLeast, "reads, more than 200,000 users;"),
            (
                "visits in all ({}) are told",
                1e6,
                Order,
                "visits in all (about a million by the paper's own words) are told",
            ),
            ("it had {} visits", 1e6, Order, "it had about a million visits"),
            ("drew {} clicks", 1e6, AtLeast, "drew more than 1 million clicks"),
            ("{} rules", 12.0, AtLeast, "At least 12 rules"),
            ("{} visits", 12.0, Exact, "12 visits"),
            ("sends no more than {} people", 30.0, AtMost, "sends no more than 30 people"),
            ("sends {} people", 30.0, AtMost, "sends no more than 30 people"),
            ("with about {} members", 30.0, About, "with about 30 members"),
            ("spent {} yuan", 2.7e9, Exact, "spent 2.7 billion yuan"),
        ] {
            assert_eq!(read(text, number, qualifier, Nature::Flow), expected);
        }
    }

    #[test]
    fn what_counts_nothing_has_no_more_behind_it() {
        assert_eq!(read("已过半（{} %）", 50.0, AtLeast, Nature::Rate), "已过半（不低于50 %）");
        assert_eq!(read("done ({} %)", 50.0, AtLeast, Nature::Rate), "done (at least 50 %)");
        assert_eq!(read("变化{}%", -3.0, Exact, Nature::Change), "变化−3%");
        assert_eq!(read("历时{}天", 20.0, AtLeast, Nature::Duration), "历时不少于20天");
        assert_eq!(read("占{}%", 90.0, Below, Nature::Rate), "占不到90%");
    }

    #[test]
    fn two_numbers_are_joined_by_a_word() {
        let [low, high] = [30.0, 40.0].map(|number| Amount::new(number).unwrap());
        let value = PrintedValue::Between { low, high };
        let between = |lang| value_between((&value, ""), Nature::Flow, lang, "", "");
        assert_eq!([Lang::Zh, Lang::En].map(between), ["30至40", "30 to 40"]);
        let designed = PrintedValue::Designed("1+10".to_owned());
        assert_eq!(value_between((&designed, ""), Nature::Structure, Lang::En, "", ""), "1+10");
    }
}
