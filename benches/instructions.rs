//! Does one piece of work once, so that its instructions can be counted: `benches/instructions.sh`. Without a name it tells all.
#![allow(clippy::expect_used, reason = "a benchmark that can't be prepared has failed")]

#[path = "../tests/support/generated.rs"]
mod generated;
#[path = "pure/work.rs"]
mod work;

/// Counted by this name, and what is prepared is not.
#[inline(never)]
fn counted(work: &mut dyn FnMut()) {
    work();
}

fn main() {
    let wanted = std::env::args().nth(1).filter(|argument| !argument.starts_with('-'));
    for (name, prepare) in work::ALL {
        match &wanted {
            None => println!("{name}"),
            Some(wanted) if wanted == name => {
                let mut work = prepare();
                // Once before: what is made when it is first needed is no part of what it costs.
                work();
                counted(&mut *work);
            }
            Some(_) => {}
        }
    }
}
