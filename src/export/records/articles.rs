//! The table of articles: the sources of all figures.

use super::record_set::RecordSet;
use super::record_table::{PACK, PACK_VERSION, RecordColumn, RecordKind, RecordTable, column, filled, terms, text};
use super::values::{basis_name, date};
use crate::domain::article::Medium;
use crate::domain::date::PartialDate;
use crate::domain::{Article, Genre, Grade};
use crate::export::content::ExportContent;
use crate::export::table::DataValue;
use crate::text::Phrase;
use crate::wording::{accessed, gbt7714};
use RecordKind::{Address, Both, Count, Date, Term, Word};
use itertools::Itertools;

const TITLE: Phrase = Phrase { zh: "来源", en: "Sources" };

/// Makes the table of the articles that are exported.
pub(super) fn table(content: &ExportContent) -> RecordTable {
    let articles = content.articles.iter().map(|key| &content.dataset.articles[*key]);
    RecordTable::new(RecordSet::Articles, TITLE, &[WHAT, HOW], content.dataset, articles)
        .keyed(&["id"], &[("area", RecordSet::Areas), ("pack", RecordSet::Packs)])
}

const WHAT: &[RecordColumn<Article>] = &[
    column(
        "id",
        Word,
        ["代号", "id"],
        ["文章的代号，唯一", "The id of the article; no other has it"],
        |_, article| article.id.as_str().into(),
    ),
    column(
        "area",
        Word,
        ["地区代号", "area id"],
        ["所报道地区的代号", "The id of the area that it reports on"],
        |data, article| data.areas[article.area].id.as_str().into(),
    ),
    column("title", Word, ["标题", "title"], ["标题，照原样", "The title as printed"], |_, article| {
        article.title.as_str().into()
    }),
    column(
        "authors",
        Word,
        ["作者", "authors"],
        ["署名，以分号分隔", "The authors as printed, with semicolons between them"],
        |_, article| filled(&article.authors.join("; ")),
    ),
    column("outlet", Both, ["媒体", "outlet"], ["刊出媒体", "Who published it"], |_, article| {
        text(article.outlet.as_ref())
    }),
    column(
        "outlet_remark",
        Both,
        ["媒体说明", "remark on the outlet"],
        ["媒体名称之外须说明之处", "What must be said of the outlet besides its name"],
        |_, article| text(article.outlet_remark.as_ref()),
    ),
    column(
        "medium",
        Term(|| terms(Medium::name)),
        ["载体", "medium"],
        ["报纸、网页或报告", "A newspaper, a page on the web or a report"],
        |_, article| article.medium.id().into(),
    ),
    column("page", Word, ["版面", "page"], ["报纸版面", "The page of a newspaper"], |_, article| {
        article.page.as_deref().into()
    }),
    column("place", Both, ["出版地", "place"], ["报告的出版地", "Where a report was issued"], |_, article| {
        text(article.place.as_ref())
    }),
    column("published", Date, ["刊出日期", "published"], ["刊出日期", "When it appeared"], |_, article| {
        article.published.date().as_ref().map(PartialDate::to_string).into()
    }),
    column(
        "published_basis",
        Term(|| terms(basis_name)),
        ["日期依据", "basis of the date"],
        ["刊出日期是载明、推断还是不详", "Whether that date is stated, inferred or unknown"],
        |_, article| article.published.basis_kind().id().into(),
    ),
    column(
        "published_why",
        Both,
        ["日期理由", "why this date"],
        ["日期推断或不详的理由", "Why the date is inferred or unknown"],
        |_, article| text(article.published.why()),
    ),
];

const HOW: &[RecordColumn<Article>] = &[
    column(
        "genre",
        Term(|| terms(Genre::name)),
        ["体裁", "genre"],
        ["新闻发布会、年度综述、讲话等", "News of a press conference, an annual review, a speech and so on"],
        |_, article| article.genre.id().into(),
    ),
    column(
        "statement",
        Both,
        ["何人所述", "statement"],
        ["所报道的是何人的陈述", "Whose statement it reports"],
        |_, article| text(article.statement.as_ref()),
    ),
    column(
        "grade",
        Term(|| terms(Grade::name)),
        ["所见程度", "seen as"],
        ["如何看到：全文、摘录、转载、摘要", "How it was seen: in full, an excerpt, a repost, a digest"],
        |_, article| article.grade.id().into(),
    ),
    column(
        "start",
        Date,
        ["起", "start"],
        ["所报道时段的起点", "Where the time begins that it reports on"],
        |_, article| article.period.as_ref().and_then(|period| period.start()).map_or(DataValue::Unknown, date),
    ),
    column(
        "end",
        Date,
        ["止", "end"],
        ["所报道时段的终点", "Where the time ends that it reports on"],
        |_, article| article.period.as_ref().map_or(DataValue::Unknown, |period| date(period.end())),
    ),
    column(
        "paragraphs",
        Count,
        ["段数", "paragraphs"],
        ["全文段数", "How many paragraphs the text has"],
        |_, article| article.paragraphs.map(usize::from).into(),
    ),
    column(
        "address",
        Address,
        ["网址", "address"],
        ["原媒体网址", "The address at the outlet's own site"],
        |_, article| article.address.as_deref().into(),
    ),
    column(
        "accessed",
        Date,
        ["引用日期", "accessed"],
        ["何日所见", "The day on which the page was seen"],
        |data, article| accessed(data, article).as_ref().map(PartialDate::to_string).into(),
    ),
    column(
        "gbt7714",
        Word,
        ["著录", "reference"],
        ["GB/T 7714—2015 著录", "The reference by GB/T 7714—2015"],
        |data, article| gbt7714(data, article).into(),
    ),
    column(
        "caveats",
        Both,
        ["使用须知", "caveats"],
        ["使用其数字须知", "What a reader must know before using its figures"],
        |_, article| {
            let joined = |lang| article.caveats.iter().map(|caveat| caveat.get(lang)).join(" ");
            let all = crate::text::Text::new(joined(crate::text::Lang::Zh), joined(crate::text::Lang::En));
            text(Some(&all).filter(|all| !all.zh.is_empty()))
        },
    ),
    column("pack", Word, PACK.0, PACK.1, |data, article| data.packs[article.pack].id.as_str().into()),
    column("pack_version", Word, PACK_VERSION.0, PACK_VERSION.1, |data, article| {
        data.packs[article.pack].version.as_ref().map(|version| version.number.as_str()).into()
    }),
];
