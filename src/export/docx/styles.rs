//! The styles of a document: those of official documents by GB/T 9704 in Chinese, and plain ones in English.

use super::lines::{DECLARATION, NAMESPACES};
use crate::text::Lang;

/// A style of paragraphs: its id and name, its properties, and its fonts by size in half points.
struct Style {
    id: &'static str,
    name: &'static str,
    /// The font of Chinese characters.
    font: &'static str,
    /// The size in half points, in Chinese and in English.
    size: [u16; 2],
    is_bold: bool,
    paragraph: &'static str,
}

const TITLE: &str = "方正小标宋简体";
const BODY: &str = "仿宋_GB2312";
const HEADING: &str = "黑体";
const PART: &str = "楷体_GB2312";

/// Lines 28 points apart, and the first two characters free.
const TEXT: &str = "<w:spacing w:line=\"560\" w:lineRule=\"exact\"/><w:ind w:firstLineChars=\"200\" w:firstLine=\"640\"/>\
                    <w:jc w:val=\"both\"/>";
/// English is not drawn out to the width of the page.
const ENGLISH_TEXT: &str = "<w:spacing w:after=\"120\" w:line=\"300\" w:lineRule=\"auto\"/><w:jc w:val=\"left\"/>";
const HEAD: &str = "<w:keepNext/><w:spacing w:before=\"240\" w:after=\"60\" w:line=\"560\" w:lineRule=\"atLeast\"/>";
const CELL: &str = "<w:spacing w:before=\"20\" w:after=\"20\"/>";
const KEPT_CELL: &str = "<w:keepNext/><w:spacing w:before=\"20\" w:after=\"20\"/>";
const ITEM: &str = "<w:numPr><w:numId w:val=\"1\"/></w:numPr><w:spacing w:after=\"40\"/>";

const fn style(
    id: &'static str,
    name: &'static str,
    font: &'static str,
    size: [u16; 2],
    paragraph: &'static str,
) -> Style {
    Style { id, name, font, size, is_bold: false, paragraph }
}

const STYLES: &[Style] = &[
    style("Title", "Title", TITLE, [44, 36], "<w:spacing w:after=\"240\"/><w:jc w:val=\"center\"/>"),
    style("Subtitle", "Subtitle", PART, [28, 22], "<w:spacing w:after=\"240\"/><w:jc w:val=\"center\"/>"),
    Style { is_bold: true, ..style("Heading1", "heading 1", HEADING, [32, 28], HEAD) },
    Style { is_bold: true, ..style("Heading2", "heading 2", PART, [30, 24], HEAD) },
    style("BodyText", "Body Text", BODY, [32, 22], TEXT),
    style("Spoken", "Spoken", PART, [28, 22], "<w:ind w:left=\"420\"/><w:spacing w:after=\"80\"/>"),
    style("ListBullet", "List Bullet", BODY, [24, 21], ITEM),
    style("TableText", "Table Text", BODY, [24, 20], CELL),
    Style { is_bold: true, ..style("TableHeading", "Table Heading", HEADING, [24, 20], KEPT_CELL) },
    style(
        "Picture",
        "Picture",
        BODY,
        [24, 20],
        "<w:keepNext/><w:spacing w:before=\"120\" w:after=\"120\"/><w:jc w:val=\"center\"/>",
    ),
    style("FootnoteText", "footnote text", BODY, [18, 18], "<w:snapToGrid w:val=\"0\"/>"),
    style("Data", "Data", BODY, [24, 20], "<w:spacing w:before=\"240\"/><w:jc w:val=\"right\"/>"),
];

/// Returns the part with the styles.
pub(super) fn styles(lang: Lang) -> String {
    let code = match lang {
        Lang::Zh => "zh-CN",
        Lang::En => "en-GB",
    };
    let mut out = format!(
        "{DECLARATION}<w:styles {NAMESPACES}>\n<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii=\"Times New Roman\" \
         w:hAnsi=\"Times New Roman\" w:cs=\"Times New Roman\" w:eastAsia=\"{BODY}\"/><w:lang w:val=\"{code}\" \
         w:eastAsia=\"zh-CN\"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>\n\
         <w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name w:val=\"Normal\"/></w:style>\n"
    );
    out.extend(STYLES.iter().map(|style| style.written(lang)));
    let edges = ["top", "left", "bottom", "right", "insideH", "insideV"];
    let edges = edges.map(|edge| format!("<w:{edge} w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"auto\"/>"));
    let others = format!(
        "<w:style w:type=\"character\" w:styleId=\"FootnoteReference\"><w:name w:val=\"footnote reference\"/><w:rPr>\
         <w:vertAlign w:val=\"superscript\"/></w:rPr></w:style>\n<w:style w:type=\"table\" w:styleId=\"TableGrid\"><w:name \
         w:val=\"Table Grid\"/><w:tblPr><w:tblBorders>{}</w:tblBorders><w:tblCellMar><w:left w:w=\"85\" w:type=\"dxa\"/>\
         <w:right w:w=\"85\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr></w:style>\n</w:styles>\n",
        edges.concat()
    );
    out + &others
}

impl Style {
    fn written(&self, lang: Lang) -> String {
        let Self { id, name, font, size: [zh, en], is_bold, paragraph } = self;
        let paragraph = if *id == "BodyText" && lang == Lang::En { ENGLISH_TEXT } else { paragraph };
        let size = if lang == Lang::Zh { zh } else { en };
        // The fonts of headings are heavy in Chinese already.
        let bold = if *is_bold && lang == Lang::En { "<w:b/>" } else { "" };
        format!(
            "<w:style w:type=\"paragraph\" w:styleId=\"{id}\"><w:name w:val=\"{name}\"/><w:basedOn w:val=\"Normal\"/>\
             <w:qFormat/><w:pPr>{paragraph}</w:pPr><w:rPr><w:rFonts w:eastAsia=\"{font}\"/>{bold}<w:sz w:val=\"{size}\"/>\
             <w:szCs w:val=\"{size}\"/></w:rPr></w:style>\n"
        )
    }
}

/// Returns the part with the fonts, and what stands in for those that only an office has.
pub(super) fn fonts() -> String {
    let fonts = [(TITLE, "华文中宋;宋体"), (BODY, "仿宋;FangSong"), (HEADING, "SimHei"), (PART, "楷体;KaiTi")];
    let of = |(name, others): (&str, &str)| {
        format!("<w:font w:name=\"{name}\"><w:altName w:val=\"{others}\"/><w:charset w:val=\"86\"/></w:font>\n")
    };
    format!("{DECLARATION}<w:fonts {NAMESPACES}>\n{}</w:fonts>\n", fonts.map(of).concat())
}
