//! Tries the clipboard, where the user wants it: what was in it is lost.

use super::question;
use cppcc::cli::{self, Failure};
use cppcc::terminal::{self, probe};
use cppcc::text::{CharSet, Lang, Phrase};

/// What is sent to the clipboard.
const TEST_WORDS: Phrase = Phrase { zh: "cppcc 剪贴板测试", en: "cppcc clipboard test" };
const LEFT_ALONE: Phrase = Phrase { zh: "剪贴板未动", en: "The clipboard was left alone" };

/// Asks whether the clipboard is to be tried, does so after a yes, and says what to look for.
pub(super) fn offer(lang: Lang, charset: CharSet) -> Result<(), Failure> {
    let words = TEST_WORDS.get(lang);
    cli::print(&charset.apply(&match lang {
        Lang::Zh => format!("\n试一下剪贴板吗？其中原有的内容会换成“{words}” [y/N] "),
        Lang::En => format!("\nTry the clipboard? What is in it will be replaced by “{words}” [y/N] "),
    }))?;
    if !question::is_answered_yes() {
        return cli::print(&format!("{}\n", LEFT_ALONE.get(lang)));
    }
    probe::send(&terminal::to_clipboard(words)).map_err(Failure::Output)?;
    cli::print(match lang {
        Lang::Zh => "已送出。请到别处粘贴：出现这几个字，就能用；否则终端不接受，或须在其设置中允许\n",
        Lang::En => {
            "Sent. Paste it somewhere: where these words appear, copying works; where not, the terminal does not take it, or must be allowed to in its settings\n"
        }
    })
}
