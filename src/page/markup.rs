//! HTML into lines: one for each block, without what is never shown. Tags are read one by one and no tree is made, so that
//! nothing can be nested too deep.

use super::findings::{DropReason, RepairKind};
use super::line::PageLine;
use html5gum::emitters::default::DefaultEmitter;
use html5gum::{StartTag, Token, Tokenizer};
use std::collections::BTreeMap;

/// Elements that begin and end a line.
const BLOCKS: &str = "|address|article|aside|blockquote|body|br|caption|center|dd|div|dl|dt|fieldset|figcaption|figure|footer|\
                      form|h1|h2|h3|h4|h5|h6|head|header|hr|html|legend|li|main|nav|ol|option|p|pre|section|table|tbody|td|\
                      tfoot|th|thead|title|tr|ul|";
/// Elements whose text nobody reads.
const HIDDEN: &str = "|button|iframe|noscript|object|script|select|style|svg|template|textarea|";
/// So many characters in `article` or `main` are the article, and what stands outside is not.
const LEAST_INSIDE: usize = 100;
/// The names under which pages tell about themselves; those of government sites are of a standard of 2017.
const META: &[(&str, MetaField)] = &[
    ("articletitle", MetaField::Title),
    ("og:title", MetaField::Title),
    ("author", MetaField::Author),
    ("contentsource", MetaField::Outlet),
    ("source", MetaField::Outlet),
    ("og:site_name", MetaField::Outlet),
    ("pubdate", MetaField::Date),
    ("publishdate", MetaField::Date),
    ("publishtime", MetaField::Date),
    ("article:published_time", MetaField::Date),
];

/// What a page tells about itself in its head.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum MetaField {
    Title,
    Author,
    Outlet,
    Date,
}

/// The lines of a page in HTML, and what it tells about itself.
#[derive(Debug, Default)]
pub(super) struct MarkupPage {
    pub lines: Vec<PageLine>,
    pub meta: BTreeMap<MetaField, String>,
    /// The lines that their element makes no part of the article.
    pub furniture: BTreeMap<usize, DropReason>,
}

/// Whether a text is a page in HTML, and not a text in which a few tags stand.
pub(super) fn is_markup(text: &str) -> bool {
    let count = |tag: &str| text.match_indices(tag).take(3).count();
    let has = |tag: &str| text.get(..text.len().min(4096)).unwrap_or(text).to_ascii_lowercase().contains(tag);
    has("<!doctype html")
        || has("<html")
        || has("<body")
        || ["<p>", "<p ", "</div>", "<br", "<P>"].map(count).iter().sum::<usize>() > 2
}

/// Reads a page in HTML.
pub(super) fn lines(text: &str) -> MarkupPage {
    let mut reading = Reading::default();
    for token in tokens(text) {
        match token {
            Token::StartTag(tag) => reading.start(&tag),
            Token::EndTag(tag) => reading.end(&name_of(&tag.name)),
            Token::String(words) => reading.words(&String::from_utf8_lossy(&words)),
            Token::Comment(_) | Token::Doctype(_) | Token::Error(_) => {}
        }
    }
    reading.finish()
}

/// Takes the tags out of a line of a text.
pub(super) fn strip_tags(line: &mut PageLine) {
    if !line.text.contains(['<', '&']) {
        return;
    }
    let (mut text, mut tags) = (String::new(), 0);
    for token in tokens(&line.text) {
        match token {
            Token::String(words) => text.push_str(&String::from_utf8_lossy(&words)),
            Token::StartTag(_) | Token::EndTag(_) | Token::Comment(_) => tags += 1,
            Token::Doctype(_) | Token::Error(_) => {}
        }
    }
    line.count(RepairKind::Tag, tags);
    let raw = std::mem::replace(&mut line.text, text);
    line.raw = (tags > 0).then_some(raw);
}

fn tokens(text: &str) -> impl Iterator<Item = Token> {
    let mut emitter = DefaultEmitter::default();
    emitter.naively_switch_states(true);
    Tokenizer::new_with_emitter(text, emitter).map_while(Result::ok)
}

fn name_of(name: &[u8]) -> String {
    String::from_utf8_lossy(name).to_ascii_lowercase()
}

fn is_one_of(list: &str, name: &str) -> bool {
    list.contains(&format!("|{name}|"))
}

/// A page as far as it is read.
#[derive(Default)]
struct Reading {
    page: MarkupPage,
    /// The block that is being read.
    block: String,
    /// How many of its characters stand in links, and how many there are.
    linked: usize,
    length: usize,
    /// How many elements of these kinds are open.
    links: usize,
    articles: usize,
    furniture: Vec<(String, DropReason)>,
    /// The hidden element that is being passed over.
    hidden: Option<String>,
    is_title: bool,
    count: usize,
    /// How many characters stand in `article` or `main`.
    inside: usize,
}

impl Reading {
    fn start(&mut self, tag: &StartTag<()>) {
        let name = name_of(&tag.name);
        if self.hidden.is_some() {
            return;
        }
        if name == "meta" {
            self.meta(tag);
        }
        if is_one_of(BLOCKS, &name) {
            self.flush();
        }
        let reason = match name.as_str() {
            "nav" => Some(DropReason::Menu),
            "footer" => Some(DropReason::Footer),
            "aside" => Some(DropReason::Related),
            _ => None,
        };
        self.furniture.extend(reason.map(|reason| (name.clone(), reason)));
        match name.as_str() {
            "a" => self.links += 1,
            "article" | "main" => self.articles += 1,
            "title" => self.is_title = true,
            _ if is_one_of(HIDDEN, &name) && !tag.self_closing => self.hidden = Some(name),
            _ => {}
        }
    }

    fn end(&mut self, name: &str) {
        if let Some(hidden) = &self.hidden {
            if hidden == name {
                self.hidden = None;
            }
            return;
        }
        if is_one_of(BLOCKS, name) {
            self.flush();
        }
        if self.furniture.last().is_some_and(|(open, _)| open == name) {
            self.furniture.pop();
        }
        match name {
            "a" => self.links = self.links.saturating_sub(1),
            "article" | "main" => self.articles = self.articles.saturating_sub(1),
            "title" => self.is_title = false,
            _ => {}
        }
    }

    fn words(&mut self, words: &str) {
        if self.hidden.is_some() {
            return;
        }
        let count = words.chars().filter(|character| !character.is_whitespace()).count();
        self.length += count;
        self.linked += if self.links > 0 { count } else { 0 };
        self.inside += if self.articles > 0 { count } else { 0 };
        self.block.push_str(words);
    }

    fn meta(&mut self, tag: &StartTag<()>) {
        let attribute = |wanted: &[u8]| {
            let found = tag.attributes.iter().find(|(name, _)| name.as_slice() == wanted);
            found.map(|(_, value)| String::from_utf8_lossy(value).trim().to_owned())
        };
        let name = attribute(b"name").or_else(|| attribute(b"property")).unwrap_or_default().to_ascii_lowercase();
        let field = META.iter().find(|(known, _)| *known == name).map(|(_, field)| *field);
        if let (Some(field), Some(content)) = (field, attribute(b"content").filter(|content| !content.is_empty())) {
            self.page.meta.entry(field).or_insert(content);
        }
    }

    /// Ends the line that is being read.
    fn flush(&mut self) {
        let text = unwrapped(&std::mem::take(&mut self.block));
        let is_links = self.length > 0 && self.linked == self.length;
        (self.linked, self.length) = (0, 0);
        if text.is_empty() {
            return;
        }
        if self.is_title {
            self.page.meta.entry(MetaField::Title).or_insert(text);
            return;
        }
        self.count += 1;
        if let Some((_, reason)) = self.furniture.last() {
            self.page.furniture.insert(self.count, *reason);
        }
        self.page.lines.push(PageLine { is_links, is_inside: self.articles > 0, ..PageLine::new(self.count, text) });
    }

    fn finish(mut self) -> MarkupPage {
        self.flush();
        if self.inside < LEAST_INSIDE {
            self.page.lines.iter_mut().for_each(|line| line.is_inside = true);
        }
        self.page
    }
}

/// Makes one line of a block: any white space is one space, but none where the source breaks a line between two Chinese
/// characters.
fn unwrapped(block: &str) -> String {
    let mut text = String::with_capacity(block.len());
    let mut gap = String::new();
    for character in block.trim().chars() {
        if character.is_whitespace() {
            gap.push(character);
            continue;
        }
        let is_broken =
            gap.contains('\n') && !character.is_ascii() && text.chars().last().is_some_and(|last| !last.is_ascii());
        if !gap.is_empty() && !is_broken {
            text.push(' ');
        }
        gap.clear();
        text.push(character);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(html: &str) -> Vec<String> {
        lines(html).lines.into_iter().map(|line| line.text).collect()
    }

    #[test]
    fn blocks_are_lines_and_what_is_hidden_goes() {
        let html = "<html><head><title>东湖</title><style>p{}</style></head><body><p>一&nbsp;二<b>三</b><br>四</p><script>var a='<p>x</p>'</script><div>五\n   六<p>七</div></body>";
        assert_eq!(texts(html), ["一 二三", "四", "五六", "七"]);
        assert_eq!(lines(html).meta.get(&MetaField::Title).map(String::as_str), Some("东湖"));
    }

    #[test]
    fn menus_links_and_what_is_outside_are_known() {
        let article = "正文".repeat(60);
        let html = format!("<nav>首页</nav><p><a href=x>相关</a></p><article><p>{article}</p></article><p>外</p>");
        let page = lines(&html);
        let flags: Vec<_> = page.lines.iter().map(|line| (line.is_links, line.is_inside)).collect();
        assert_eq!(flags, [(false, false), (true, false), (false, true), (false, false)]);
        assert_eq!(page.furniture, BTreeMap::from([(1, DropReason::Menu)]));
    }

    #[test]
    fn depth_costs_nothing() {
        let html = format!("{}深{}", "<div>".repeat(100_000), "</div>".repeat(100_000));
        assert_eq!(texts(&html), ["深"]);
    }

    #[test]
    fn tags_in_a_text_are_counted() {
        let mut line = PageLine::new(1, "1. <sub id=\"a\"><tt></tt></sub>");
        strip_tags(&mut line);
        assert_eq!((line.text.as_str(), line.repairs.get(&RepairKind::Tag)), ("1. ", Some(&4)));
        assert!(!is_markup("1. <sub id=\"a\"></sub>") && is_markup("<!DOCTYPE html><p>"));
    }
}
