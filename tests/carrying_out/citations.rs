//! References to sources: by GB/T 7714, as BibTeX and as CSL-JSON, each read back by a strict reader.
#![cfg(unix)]
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test fails by panicking")]

use crate::support;
use cppcc::domain::article::Medium;
use cppcc::domain::{Article, Grade, Key};
use cppcc::export::{Cited, citations};
use cppcc::text::Lang;
use cppcc::wording::{CitationStyle, gbt7714, reference};
use serde_json::Value;
use std::collections::{BTreeMap, HashSet};
use support::library::shipped;
use support::pack;
use support::program::{ends, err, out, run};

fn all_articles(style: CitationStyle) -> String {
    let articles: Vec<_> = shipped().articles.keys().collect();
    citations(&shipped(), Cited::Articles(&articles), style, Lang::Zh).unwrap()
}

#[test]
fn each_kind_of_source_is_cited_in_its_own_form() {
    let dataset = shipped();
    let of = |id: &str| gbt7714(&dataset, &dataset.articles[dataset.articles.find(id).unwrap()]);
    assert_eq!(of("binzhou-2024-briefing"), "宋静涵. 市政协多项工作走在全省前列[N]. 滨州市的晚报, [2024-08].");
    assert_eq!(
        of("binzhou-2024-01-proposals"),
        "丁春贵, 张传忠. 政协第十二届滨州市委员会提案委员会第五次会议举行[N/OL]. 滨州日报, 2024-01-17[2026-11-28]. \
         http://paper.bzrb.net/bzrb/20240117/html/content_20240117002005.htm."
    );
    assert_eq!(
        of("qingdao-2024-11-briefing"),
        "李毅成. 理响中国·讲好“中国式商量”故事｜青岛市政协构建社情民意新格局[EB/OL]. 光明网, (2024-11-23)[2026-11-28]. \
         https://photo.gmw.cn/2024-11/23/content_37694800.htm."
    );
    assert_eq!(
        of("jinan-2022-12-government"),
        "济南市人民政府办公厅. 济南市人民政府2022年政协委员提案办理总体情况[R]. 济南: 济南市人民政府办公厅, [2022-12-11]."
    );
    // Of four authors the first three, and that there are more.
    assert!(of("jinan-2026-01-briefing").starts_with("段嘉琪, 耿欣淳, 于龙, 等. "));
}

#[test]
fn a_reference_has_the_parts_that_its_kind_asks_for_and_no_remark() {
    let dataset = shipped();
    for (key, article) in dataset.articles.iter() {
        let words = gbt7714(&dataset, article);
        let (mark, needs_access) = match article.medium {
            Medium::Newspaper => ("[N", article.address.is_some()),
            Medium::Web => ("[EB/OL]", true),
            Medium::Report => ("[R", article.address.is_some()),
        };
        assert!(words.contains(mark), "{words}");
        assert_eq!(words.contains("[2026-11-28]"), needs_access, "{words}");
        if let Some(address) = &article.address {
            assert!(words.ends_with(&format!(" {address}.")), "{words}");
        }
        for remark in article.outlet_remark.iter().flat_map(|remark| [&remark.zh, &remark.en]) {
            assert!(!words.contains(remark.as_str()), "{words}");
        }
        if let Some(outlet) = &article.outlet {
            for sign in ["（", "(", "转载", "镜像", "摘要", "来源"] {
                assert!(!outlet.zh.contains(sign) && !outlet.en.contains(sign), "{outlet:?}");
            }
        }
        let english = reference(&dataset, key, Lang::En);
        assert!(english.contains("[in Chinese]") && !english.contains("佚名"), "{english}");
        assert_eq!(english.contains("Accessed "), needs_access && article.address.is_some(), "{english}");
        assert_eq!(english.matches('“').count(), 1, "{english}");
    }
}

/// A BibTeX entry: its type, its key, its fields.
struct Entry {
    kind: String,
    key: String,
    fields: BTreeMap<String, String>,
}

/// Reads a BibTeX file, and demands all that BibTeX does: balanced braces, each field once, no bare special sign.
struct Bibtex<'a> {
    rest: &'a str,
}

impl<'a> Bibtex<'a> {
    fn take(&mut self, sign: &str) {
        let rest = self.rest.trim_start();
        self.rest = rest.strip_prefix(sign).unwrap_or_else(|| panic!("{sign} before {rest:.40}"));
    }

    fn word(&mut self) -> &'a str {
        let rest = self.rest.trim_start();
        let end = rest.find(|sign: char| !sign.is_ascii_alphanumeric() && sign != '-').unwrap();
        assert!(end > 0, "a word before {rest:.40}");
        let (word, rest) = rest.split_at(end);
        self.rest = rest;
        word
    }

    /// Reads a value in braces, or the name of a month.
    fn value(&mut self) -> String {
        let rest = self.rest.trim_start();
        if !rest.starts_with('{') {
            let month = self.word();
            assert!(
                "jan feb mar apr may jun jul aug sep oct nov dec".split(' ').any(|known| known == month),
                "{month}"
            );
            return month.to_owned();
        }
        let mut depth = 0_usize;
        let mut is_escaped = false;
        for (at, sign) in rest.char_indices() {
            match sign {
                _ if is_escaped => is_escaped = false,
                '\\' => is_escaped = true,
                '{' => depth += 1,
                '}' => depth -= 1,
                _ => {}
            }
            if depth == 0 {
                let (value, behind) = rest.split_at(at + 1);
                self.rest = behind;
                return value.trim_start_matches('{').trim_end_matches('}').to_owned();
            }
        }
        panic!("no end of {rest:.40}");
    }

    fn entry(&mut self) -> Entry {
        self.take("@");
        let kind = self.word().to_owned();
        self.take("{");
        let key = self.word().to_owned();
        let mut fields = BTreeMap::new();
        loop {
            self.take(",");
            if self.rest.trim_start().starts_with('}') {
                self.take("}");
                return Entry { kind, key, fields };
            }
            let name = self.word().to_owned();
            self.take("=");
            let value = self.value();
            assert_eq!(fields.insert(name.clone(), value), None, "{name} twice in {key}");
        }
    }

    fn all(mut self) -> Vec<Entry> {
        let mut entries = Vec::new();
        while !self.rest.trim().is_empty() {
            entries.push(self.entry());
        }
        entries
    }
}

/// Whether a sign that TeX takes for its own stands without a backslash.
fn has_bare_sign(value: &str) -> bool {
    let plain = value.replace("\\textasciitilde{}", "").replace("\\textasciicircum{}", "");
    let plain = plain.replace("\\textbackslash{}", "");
    let mut before = ' ';
    plain.chars().any(|sign| {
        let is_bare = "&%$#_~^".contains(sign) && before != '\\';
        before = sign;
        is_bare
    })
}

#[test]
fn every_article_is_an_entry_that_bibtex_reads() {
    let dataset = shipped();
    let text = all_articles(CitationStyle::Bibtex);
    let entries = Bibtex { rest: &text }.all();
    assert_eq!(entries.len(), dataset.articles.keys().count());
    for (entry, (_, article)) in entries.iter().zip(dataset.articles.iter()) {
        assert_eq!(entry.key, article.id);
        let needed: &[&str] = match entry.kind.as_str() {
            "article" => &["title", "journal", "year"],
            "techreport" => &["title", "institution", "year"],
            "misc" => &["title"],
            other => panic!("{other}"),
        };
        for field in needed {
            assert!(entry.fields.contains_key(*field), "{field} in {}", entry.key);
        }
        assert_eq!(entry.fields["title"].replace('\\', ""), article.title);
        assert_eq!(entry.fields.get("url"), article.address.as_ref());
        let authors = article.authors.join("} and {");
        assert_eq!(entry.fields.get("author").map_or("", String::as_str), authors);
        for (_, value) in entry.fields.iter().filter(|(field, _)| *field != "url") {
            assert!(!has_bare_sign(value), "{value}");
        }
    }
}

fn items(text: &str) -> Vec<Value> {
    serde_json::from_str::<Value>(text).unwrap().as_array().unwrap().clone()
}

/// Checks what the schema of CSL-JSON demands of the fields that are used here.
fn check_item(item: &Value) {
    const TEXTS: [&str; 9] =
        ["title", "container-title", "publisher", "publisher-place", "page", "URL", "note", "language", "id"];
    let item = item.as_object().unwrap();
    assert!(item.contains_key("id") && item.contains_key("type"));
    for (field, value) in item {
        match field.as_str() {
            "type" => assert!(["article-newspaper", "webpage", "report"].contains(&value.as_str().unwrap())),
            "author" => {
                let names = value.as_array().unwrap();
                assert!(!names.is_empty() && names.iter().all(|name| name["literal"].is_string()));
            }
            "issued" | "accessed" => {
                let parts = value["date-parts"].as_array().unwrap();
                let parts = parts[0].as_array().unwrap();
                assert!((1..=3).contains(&parts.len()) && parts.iter().all(Value::is_i64), "{value}");
                assert!(value.get("circa").is_none_or(Value::is_boolean));
            }
            text => {
                assert!(TEXTS.contains(&text), "{text}");
                assert!(value.as_str().is_some_and(|value| !value.is_empty()), "{text}");
            }
        }
    }
}

#[test]
fn every_article_is_an_item_of_csl_json() {
    let dataset = shipped();
    let items = items(&all_articles(CitationStyle::CslJson));
    assert_eq!(items.len(), dataset.articles.keys().count());
    for (item, (_, article)) in items.iter().zip(dataset.articles.iter()) {
        check_item(item);
        assert_eq!(item["id"], article.id);
        assert_eq!(item["title"], article.title);
        assert_eq!(item.get("URL").and_then(Value::as_str), article.address.as_deref());
    }
}

#[test]
fn signs_of_other_languages_are_escaped() {
    let text = pack::text("nature = \"flow\"", &[pack::Figure { city: "甲", keys: &pack::exact(0, 5.0, 2024, "") }]);
    let title = "50% of {A} & B_C #1 $5 \\\\ ~ ^ \\\"q\\\"";
    let text = text.replace("title = \"t\"", &format!("title = \"{title}\"\naddress = \"https://a.b/{{x}}_%20\""));
    let library = pack::alone(&text);
    let cite = |style| {
        citations(&library, Cited::Articles(&library.articles.keys().collect::<Vec<_>>()), style, Lang::Zh).unwrap()
    };
    let bibtex = cite(CitationStyle::Bibtex);
    let entries = Bibtex { rest: &bibtex }.all();
    let fields = &entries[0].fields;
    assert!(!has_bare_sign(&fields["title"]), "{bibtex}");
    assert_eq!(
        fields["title"],
        "50\\% of \\{A\\} \\& B\\_C \\#1 \\$5 \\textbackslash{} \\textasciitilde{} \\textasciicircum{} \"q\""
    );
    assert_eq!(fields["url"], "https://a.b/%7Bx%7D_%20");
    let items = items(&cite(CitationStyle::CslJson));
    assert_eq!(items[0]["title"], "50% of {A} & B_C #1 $5 \\ ~ ^ \"q\"");
}

/// Returns the ids of the articles that print what is compared or shown.
fn keys(text: &str) -> Vec<String> {
    Bibtex { rest: text }.all().into_iter().map(|entry| entry.key).collect()
}

#[test]
fn the_shell_cites_what_was_asked_for() {
    let compared = run(Lang::Zh, &["compare", "proposals-filed", "--area", "binzhou,qingdao", "--cite", "bibtex"]);
    assert_eq!(keys(out(&compared)), ["binzhou-2026-01-opening", "qingdao-2026-01-review"]);
    let shown = run(Lang::Zh, &["show", "binzhou-2025-proposals-filed", "--cite", "csl-json"]);
    assert_eq!(items(out(&shown))[0]["id"], "binzhou-2026-01-opening");
    let dataset = shipped();
    let area = dataset.areas.find("qingdao").unwrap();
    let city = run(Lang::Zh, &["city", "qingdao", "--cite", "bibtex"]);
    let cited = keys(out(&city));
    let of_area = |key: &Key<Article>| dataset.articles[*key].area == area;
    let with_figures =
        dataset.articles.keys().filter(of_area).filter(|key| !dataset.observations.of_article(*key).is_empty());
    let expected: HashSet<String> = with_figures.map(|key| dataset.articles[key].id.clone()).collect();
    assert_eq!(cited.iter().cloned().collect::<HashSet<_>>(), expected);
    assert_eq!(cited.len(), expected.len(), "each once");
    let listed = run(Lang::Zh, &["list", "articles", "--cite", "gbt7714"]);
    assert_eq!(out(&listed).lines().count(), dataset.articles.keys().count());
    for (filters, is_meant) in [
        (&["--area", "青岛,济南"][..], &|article: &Article| {
            ["qingdao", "jinan"].contains(&&*dataset.areas[article.area].id)
        }),
        (&["--grade", "full"], &|article: &Article| article.grade == Grade::Full),
        (&["--area", "bz", "--grade", "digest"], &|article: &Article| {
            article.area == dataset.areas.find("binzhou").unwrap() && article.grade == Grade::Digest
        }),
    ] as [(&[&str], &dyn Fn(&Article) -> bool); 3]
    {
        let listed = run(Lang::Zh, &[&["list", "articles", "--cite", "bibtex"], filters].concat());
        let meant = dataset.articles.iter().filter(|(_, article)| is_meant(article));
        assert_eq!(keys(out(&listed)), meant.map(|(_, article)| article.id.clone()).collect::<Vec<_>>(), "{filters:?}");
    }
    let useless = run(Lang::En, &["list", "articles", "--cite", "bibtex", "--when", "2025"]);
    ends(&useless, 2);
    let other = run(Lang::En, &["list", "themes", "--cite", "bibtex"]);
    ends(&other, 2);
    assert!(err(&other).contains("cppcc list articles"), "{}", err(&other));
}
