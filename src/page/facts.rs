//! What a page says of itself: its title, when it appeared, where, and who wrote it.

use super::line::{PageLine, first_of};
use super::markup::MetaField;
use std::collections::BTreeMap;

/// The title is looked for among the first lines.
const HEAD: usize = 8;
const LONGEST_TITLE: usize = 60;
/// Longer names of outlets and authors are none.
const LONGEST_NAME: usize = 20;

/// What a page says of itself.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PageFacts {
    pub title: Option<String>,
    pub outlet: Option<String>,
    pub authors: Vec<String>,
    /// The day on which it appeared, as `2024-08-21`.
    pub date: Option<String>,
}

/// Reads the head of a page: the lines that are kept, and what HTML tells besides.
pub(super) fn of_page(lines: &[PageLine], meta: &BTreeMap<MetaField, String>) -> PageFacts {
    let head: Vec<&str> =
        lines.iter().take(HEAD).map(|line| line.text.as_str()).take_while(|text| text.chars().count() < 120).collect();
    let meta_of = |field| meta.get(&field).cloned();
    let outlet = head
        .iter()
        .find_map(|text| behind(text, &["信息来源", "文章来源", "来源"]))
        .or_else(|| meta_of(MetaField::Outlet));
    let authors = head
        .iter()
        .find_map(|text| behind(text, &["作者", "文/"]))
        .or_else(|| head.iter().find_map(|text| reporters(text)))
        .or_else(|| meta_of(MetaField::Author));
    PageFacts {
        title: title(&head).or_else(|| meta_of(MetaField::Title)),
        outlet: outlet.filter(|name| name.chars().count() <= LONGEST_NAME),
        authors: authors
            .map(|names| {
                names
                    .split([' ', '、', ',', '，', '\u{3000}'])
                    .filter(|name| !name.is_empty())
                    .map(ToOwned::to_owned)
                    .collect()
            })
            .unwrap_or_default(),
        date: head.iter().find_map(|text| date(text)).or_else(|| meta_of(MetaField::Date).and_then(|text| date(&text))),
    }
}

/// Returns the title, with the line below it that carries it on behind a dash.
fn title(head: &[&str]) -> Option<String> {
    let at = head.iter().position(|text| is_title(text))?;
    let below = head.get(at + 1).filter(|below| below.starts_with("——"));
    Some(format!("{}{}", head.get(at)?, below.unwrap_or(&"")))
}

fn is_title(text: &str) -> bool {
    let length = text.chars().count();
    (4..=LONGEST_TITLE).contains(&length)
        && !text.ends_with(['。', '，', '；', '…'])
        && !text.starts_with(['□', '■', '—', '（', '＞', '>'])
        && date(text).is_none()
        && !["记者", "通讯员", "作者", "来源", "编辑"].iter().any(|word| text.contains(word) && length < 30)
}

/// Returns what stands behind a label and its colon, up to the next bar or label.
fn behind(text: &str, labels: &[&str]) -> Option<String> {
    labels.iter().find_map(|label| {
        let (_, rest) = text.split_once(label)?;
        let rest = rest.strip_prefix(['：', ':']).or_else(|| label.ends_with('/').then_some(rest))?.trim_start();
        let until = rest.split(['|', '｜', '\t']).next()?;
        let until = ["发布", "时间", "来源", "作者", "浏览", "点击", "编辑", "日期"]
            .iter()
            .fold(until, |kept, word| kept.split(word).next().unwrap_or(kept));
        let name = until.trim().to_owned();
        (!name.is_empty()).then_some(name)
    })
}

/// Returns the names behind the word for a reporter, in a line that says nothing else.
fn reporters(text: &str) -> Option<String> {
    let (before, names) = text.split_once("记者")?;
    let is_byline = before.chars().count() <= 8 && text.chars().count() <= 30;
    is_byline.then(|| names.trim_matches(['：', ':', ' ', '）', ')']).to_owned()).filter(|names| !names.is_empty())
}

/// Returns the first whole date in a text, as `2024-08-21`.
fn date(text: &str) -> Option<String> {
    let characters: Vec<char> = text.chars().collect();
    (0..characters.len()).find_map(|place| {
        let rest = characters.get(place..)?;
        let is_within =
            place.checked_sub(1).and_then(|before| characters.get(before)).is_some_and(char::is_ascii_digit);
        let (year, rest) = number(rest, 4).filter(|(year, _)| !is_within && (1949..2100).contains(year))?;
        let (month, rest) = number(after_sign(rest, "-/.年")?, 2).filter(|(month, _)| (1..=12).contains(month))?;
        let (day, rest) = number(after_sign(rest, "-/.月")?, 2).filter(|(day, _)| (1..=31).contains(day))?;
        let is_day = !rest.first().is_some_and(char::is_ascii_digit);
        is_day.then(|| format!("{year:04}-{month:02}-{day:02}"))
    })
}

/// Reads a number of at most so many digits.
fn number(characters: &[char], most: usize) -> Option<(u16, &[char])> {
    let count = characters.iter().take(most).take_while(|character| character.is_ascii_digit()).count();
    let digits: String = characters.iter().take(count).collect();
    Some((digits.parse().ok()?, characters.get(count..)?))
}

fn after_sign<'a>(characters: &'a [char], signs: &str) -> Option<&'a [char]> {
    let (first, rest) = characters.split_first()?;
    signs.contains(*first).then_some(rest)
}

impl PageFacts {
    /// Returns the year of the page, or else the year that its title names.
    #[must_use]
    pub fn year(&self) -> Option<String> {
        let of_date = self.date.as_deref().map(|date| first_of(date, 4));
        of_date.or_else(|| {
            let title: Vec<char> = self.title.as_deref().unwrap_or_default().chars().collect();
            let years = (0..title.len()).filter_map(|place| {
                number(title.get(place..)?, 4)
                    .filter(|(year, rest)| (1949..2100).contains(year) && rest.first() == Some(&'年'))
            });
            years.map(|(year, _)| year.to_string()).next()
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn facts(head: &[&str]) -> PageFacts {
        let lines: Vec<PageLine> = head.iter().map(|text| PageLine::new(1, *text)).collect();
        of_page(&lines, &BTreeMap::new())
    }

    #[test]
    fn the_head_tells_title_date_outlet_and_authors() {
        let found = facts(&[
            "凝聚起爱东湖的力量",
            "——东湖市政协记事",
            "2020年08月26日 09:13 | 作者：陈某 王某 | 来源：东湖政协网",
        ]);
        assert_eq!(found.title.as_deref(), Some("凝聚起爱东湖的力量——东湖市政协记事"));
        assert_eq!((found.date.as_deref(), found.outlet.as_deref()), (Some("2020-08-26"), Some("东湖政协网")));
        assert_eq!(found.authors, ["陈某", "王某"]);
        let found =
            facts(&["东湖市政协2023年工作综述", "信息来源：东湖政协 发布日期：2022-08-19 10:47", "□晚报记者 宋某"]);
        assert_eq!((found.date.as_deref(), found.outlet.as_deref()), (Some("2022-08-19"), Some("东湖政协")));
        assert_eq!(
            (found.authors, found.title.as_deref()),
            (vec!["宋某".to_owned()], Some("东湖市政协2023年工作综述"))
        );
    }

    #[test]
    fn what_is_not_said_is_not_made_up() {
        assert_eq!(
            facts(&["■ 本报记者 张某", "完成协商任务10项，立案提案503件，反映社情民意信息1978篇。"]),
            PageFacts { authors: vec!["张某".to_owned()], ..PageFacts::default() }
        );
        assert_eq!(date("2024年13月2日，12024-08-21"), None);
        assert_eq!(
            PageFacts { title: Some("东湖市政协2023年工作综述".to_owned()), ..PageFacts::default() }.year().as_deref(),
            Some("2023")
        );
    }
}
