//! Lines that are no part of the article: menus, footers, advertising. Each is dropped with its reason.

use super::findings::{DropReason, DroppedLine, RepairKind};
use super::line::PageLine;
use crate::text::{fold_fullwidth, simplified};
use std::collections::BTreeMap;

/// Longer lines are no furniture that is known by a word in it.
const MOST_CHARACTERS: usize = 100;
/// A line with a stop and so many characters is a paragraph of the article.
const PARAGRAPH: usize = 40;
/// Advertising stands among the first and the last lines.
const EDGE: usize = 3;
const FEWEST_FRAGMENTS: usize = 5;

/// What the footers of sites say, in simplified characters and half-width marks.
const FOOTER: &[&str] = &[
    "版权所有",
    "icp备",
    "公网安备",
    "许可证",
    "举报电话",
    "举报邮箱",
    "copyright",
    "all rights reserved",
    "design by",
    "技术支持",
    "邮编:",
    "未经授权",
    "承办:",
    "网站标识码",
    "建议使用",
];

/// Drops the lines that are no part of the article.
pub(super) fn drop(
    lines: Vec<PageLine>,
    of_elements: &BTreeMap<usize, DropReason>,
) -> (Vec<PageLine>, Vec<DroppedLine>) {
    let lines: Vec<(PageLine, String)> = lines
        .into_iter()
        .map(|line| {
            let key = key(&line.text);
            (line, key)
        })
        .filter(|(line, key)| !key.is_empty() || line.repairs.contains_key(&RepairKind::Tag))
        .collect();
    let is_paragraph = |key: &String| is_sentence(key) && key.chars().count() >= PARAGRAPH;
    let first = lines.iter().position(|(_, key)| is_paragraph(key)).unwrap_or(0);
    let last = lines.iter().rposition(|(_, key)| is_paragraph(key)).unwrap_or(lines.len());
    let count = lines.len();
    let (mut kept, mut dropped) = (Vec::new(), Vec::new());
    // What follows on the first line of a footer, or on the heading of related news, belongs to it.
    let mut tail = None;
    for (at, (line, key)) in lines.into_iter().enumerate() {
        let place = LinePlace { is_head: at < first, is_tail: at > last, is_edge: at < EDGE || at + EDGE >= count };
        let reason = of_elements
            .get(&line.number)
            .copied()
            .or_else(|| reason(&line, &key, place))
            .or(tail.filter(|_| !is_sentence(&key)));
        match reason {
            Some(reason) => {
                if place.is_tail && matches!(reason, DropReason::Footer | DropReason::Related) {
                    tail = Some(reason);
                }
                dropped.push(DroppedLine { reason, line: line.number, text: line.raw.unwrap_or(line.text) });
            }
            None => kept.push(line),
        }
    }
    (kept, dropped)
}

/// The place of a line: before the first paragraph of the article, behind the last, among the first or last lines of all.
#[derive(Clone, Copy)]
struct LinePlace {
    is_head: bool,
    is_tail: bool,
    is_edge: bool,
}

/// Returns the form in which the words of furniture are looked for.
fn key(text: &str) -> String {
    let fold = |character: char| match character {
        '。' | '、' | '·' => character,
        _ => simplified(fold_fullwidth(character)).to_ascii_lowercase(),
    };
    text.trim().chars().map(fold).collect::<String>().trim().to_owned()
}

fn is_sentence(key: &str) -> bool {
    key.contains('。') || key.contains("……") || key.ends_with(['!', '?']) || key.contains(". ")
}

fn reason(line: &PageLine, key: &str, place: LinePlace) -> Option<DropReason> {
    let length = key.chars().count();
    if line.repairs.contains_key(&RepairKind::Tag) && is_list_number(key) {
        return Some(DropReason::Markup);
    }
    if !line.is_inside {
        return Some(DropReason::Outside);
    }
    if is_time_stamp(key) {
        return (!place.is_head).then_some(DropReason::TimeStamp);
    }
    if place.is_edge && is_advertising(key) {
        return Some(DropReason::Advertising);
    }
    if length > MOST_CHARACTERS {
        return None;
    }
    of_words(key, length).or_else(|| {
        let is_footer = place.is_tail && !is_sentence(key) && FOOTER.iter().any(|words| key.contains(words));
        let is_links = line.is_links && !is_sentence(key) && !place.is_head;
        if is_footer { Some(DropReason::Footer) } else { is_links.then_some(DropReason::Links) }
    })
}

/// What a line of furniture begins with, in simplified characters and half-width marks without spaces; how long it is at most;
/// and what it is.
const BEGINNINGS: &[(&str, usize, DropReason)] = &[
    ("当前位置|您的位置|您现在的位置|您当前的位置|你的位置|所在位置", MOST_CHARACTERS, DropReason::Breadcrumb),
    ("分享到|分享至|分享:|打印本页|打印|关闭窗口|关闭本页|字号|字体:|扫一扫|收藏本页", 40, DropReason::Share),
    ("编辑:|责任编辑|责编|网络编辑|本期编辑|值班编辑|校对:|审核:|监制:", 40, DropReason::Editor),
    ("关键词|关键字|标签:", MOST_CHARACTERS, DropReason::Keywords),
    (
        "相关新闻|相关阅读|相关链接|相关报道|相关推荐|相关文章|推荐阅读|延伸阅读|热门推荐|上一篇|下一篇|上一条|下一条",
        60,
        DropReason::Related,
    ),
];
const DOWNLOADS: &[&str] = &["客户端下载", "下载客户端", "扫码下载", "点击下载"];
const PLACEHOLDERS: &[&str] = &["图片", "[图片]", "(图片)", "image", "[image]", "photo"];

/// Tells furniture by the words with which it begins, or that stand in it.
fn of_words(key: &str, length: usize) -> Option<DropReason> {
    if PLACEHOLDERS.contains(&key) {
        return Some(DropReason::Placeholder);
    }
    if is_sentence(key) {
        return None;
    }
    let squeezed: String = key.chars().filter(|character| !character.is_whitespace()).collect();
    let beginning = squeezed.trim_start_matches(['(', '[', '【', '>']);
    if beginning.starts_with("首页") {
        let has_signs = squeezed.contains(['>', '»', '›']);
        let is_menu = key.split_whitespace().count() > 3;
        return has_signs.then_some(DropReason::Breadcrumb).or(is_menu.then_some(DropReason::Menu));
    }
    if DOWNLOADS.iter().any(|words| squeezed.contains(words)) && length < 30 {
        return Some(DropReason::Download);
    }
    let found = BEGINNINGS
        .iter()
        .find(|(words, most, _)| length <= *most && words.split('|').any(|word| beginning.starts_with(word)));
    found.map(|(.., reason)| *reason)
}

/// Whether a line is the number of an item of a list, and nothing else, or nothing at all.
fn is_list_number(key: &str) -> bool {
    key.trim_end_matches('.').chars().all(|character| character.is_ascii_digit())
}

/// Whether a line is a date, perhaps with a time, and nothing else.
fn is_time_stamp(key: &str) -> bool {
    let is_sign = |character: char| character.is_ascii_digit() || "-/.:年月日 t".contains(character);
    let digits = key.chars().filter(char::is_ascii_digit).count();
    (6..=14).contains(&digits) && key.chars().all(is_sign) && (key.starts_with("20") || key.starts_with("19"))
}

/// Whether a line is a row of catchwords without a sentence and without anything that an article is about.
fn is_advertising(key: &str) -> bool {
    const OF_ARTICLES: &[&str] = &["政协", "委员", "记者", "通讯员", "来源", "作者", "市委", "文/", "图/"];
    let is_plain = !key.contains(['。', '!', '?', ':', ';', '“', '《', '>', '|'])
        && !OF_ARTICLES.iter().any(|word| key.contains(word));
    let fragments = key.split([',', '、', ' ', '\t']).filter(|fragment| !fragment.is_empty());
    let lengths: Vec<usize> = fragments.map(|fragment| fragment.chars().count()).collect();
    let total: usize = lengths.iter().sum();
    is_plain
        && !key.is_ascii()
        && lengths.len() >= FEWEST_FRAGMENTS
        && total >= lengths.len() * 4
        && total <= lengths.len() * 14
}

#[cfg(test)]
mod tests {
    use super::DropReason::{
        Breadcrumb, Download, Editor, Footer, Keywords, Menu, Placeholder, Related, Share, TimeStamp,
    };
    use super::*;

    const PARAGRAPHS: &str =
        "东湖市政协今年以来紧扣中心工作，组织委员深入各区开展调研协商，累计督导163次，提交提案98件，得到市委肯定。";

    /// Returns the reasons for which the lines around two paragraphs are dropped; `None` for a line that is kept.
    fn reasons(head: &[&str], tail: &[&str]) -> Vec<Option<DropReason>> {
        let middle = [PARAGRAPHS, PARAGRAPHS];
        let all = head.iter().chain(&middle).chain(tail).enumerate();
        let lines: Vec<PageLine> = all.map(|(at, text)| PageLine::new(at + 1, *text)).collect();
        let count = lines.len();
        let (_, dropped) = drop(lines, &BTreeMap::new());
        let of_line = |number: usize| dropped.iter().find(|line| line.line == number).map(|line| line.reason);
        let own = (1..=head.len()).chain(head.len() + 3..=count);
        own.map(of_line).collect()
    }

    #[test]
    fn furniture_above_the_article_goes() {
        let head = [
            "首 頁 政協動態 協商建言 委員聲音 主席日志",
            "首頁>專題>政協奮進新征程",
            "东湖市政协这一年",
            "2024年8月21日 09:13",
            "分享到：",
        ];
        assert_eq!(reasons(&head, &[]), [Some(Menu), Some(Breadcrumb), None, None, Some(Share)]);
    }

    #[test]
    fn furniture_below_the_article_goes() {
        let tail = [
            "图片",
            "委员在东湖调研。",
            "编辑：王某",
            "关键词：政协 提案",
            "东湖客户端下载 >",
            "2025-01-06 09:15:16",
            "相关新闻",
            "另一篇的题目",
        ];
        let expected = [
            Some(Placeholder),
            None,
            Some(Editor),
            Some(Keywords),
            Some(Download),
            Some(TimeStamp),
            Some(Related),
            Some(Related),
        ];
        assert_eq!(reasons(&[], &tail), expected);
        assert_eq!(reasons(&[], &["东湖网 版权所有", "General Office, Donghu", "湖ICP备0908号"]), [Some(Footer); 3]);
    }

    #[test]
    fn advertising_goes_and_names_stay() {
        let spam = "汽车报价大全,免费天气预报,家具城都是精品,旅游综合指南,天天特价优惠";
        assert_eq!(reasons(&[spam], &[spam]), [Some(DropReason::Advertising); 2]);
        assert_eq!(reasons(&["王某 李某 张某 赵某 陈某"], &[">>>举旗定向，党建引领新加强"]), [None, None]);
    }

    #[test]
    fn tags_that_are_left_alone_go() {
        let mut line = PageLine::new(1, "1. ");
        line.count(RepairKind::Tag, 2);
        let (kept, dropped) = drop(vec![line, PageLine::new(2, PARAGRAPHS)], &BTreeMap::new());
        assert_eq!((kept.len(), dropped.first().map(|line| line.reason)), (1, Some(DropReason::Markup)));
    }
}
