//! Tells when files of the data may have changed. The system wakes the watching thread: nobody asks by the clock, so idle
//! costs nothing.

use cppcc::terminal::Waker;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// Watches folders on a thread of its own, for as long as the program runs.
#[derive(Debug, Default)]
pub struct FileWatch {
    has_changed: Arc<AtomicBool>,
}

impl FileWatch {
    /// Begins to watch these folders and files, whether or not they exist yet. Where the system can't tell of changes, none are
    /// told, and reading again is left to the key for it.
    pub fn start(&self, places: Vec<PathBuf>, waker: Waker) {
        let has_changed = Arc::clone(&self.has_changed);
        let told = move || {
            has_changed.store(true, Ordering::Release);
            waker.wake();
        };
        watch::start(places, told);
    }

    /// Returns whether something has changed since it was last asked.
    pub fn take_change(&self) -> bool {
        self.has_changed.swap(false, Ordering::AcqRel)
    }
}

#[cfg(target_os = "linux")]
mod watch {
    use rustix::event::{PollFd, PollFlags, poll};
    use rustix::fd::OwnedFd;
    use rustix::fs::inotify::{self, CreateFlags, ReadFlags, Reader, WatchFlags};
    use rustix::time::Timespec;
    use std::mem::MaybeUninit;
    use std::path::{Path, PathBuf};
    use std::thread;
    use std::time::{Duration, Instant};

    /// How long nothing more must happen before a change is told: an editor writes a file in several steps.
    const QUIET: Timespec = Timespec { tv_sec: 0, tv_nsec: 200_000_000 };
    /// How long changes are held back at the most, where they do not end.
    const LONGEST: Duration = Duration::from_secs(2);
    /// The deepest folder that is watched below one that was named.
    const DEEPEST: usize = 8;

    /// Starts the thread that watches, and calls `told` where something may have changed.
    pub fn start(places: Vec<PathBuf>, told: impl Fn() + Send + 'static) {
        let Ok(watch) = inotify::init(CreateFlags::CLOEXEC | CreateFlags::NONBLOCK) else { return };
        // Before the thread runs: what changes from now on is told.
        add_all(&watch, &places);
        let _ = thread::Builder::new().name("files".to_owned()).spawn(move || run(&watch, &places, told));
    }

    fn run(watch: &OwnedFd, places: &[PathBuf], told: impl Fn()) {
        while wait(watch, None) {
            let mut matters = drain(watch);
            let begun = Instant::now();
            while begun.elapsed() < LONGEST && wait(watch, Some(&QUIET)) {
                matters |= drain(watch);
            }
            // Folders may have come or gone; to watch one twice changes nothing.
            add_all(watch, places);
            if matters {
                told();
            }
        }
    }

    /// Waits until something has happened; false where nothing has in that time, or nothing ever will.
    fn wait(watch: &OwnedFd, most: Option<&Timespec>) -> bool {
        loop {
            match poll(&mut [PollFd::new(watch, PollFlags::IN)], most) {
                Ok(count) => return count > 0,
                Err(rustix::io::Errno::INTR) => {}
                Err(_) => return false,
            }
        }
    }

    /// Takes all that has happened, and returns whether any of it may concern the data.
    fn drain(watch: &OwnedFd) -> bool {
        let mut buffer = [MaybeUninit::uninit(); 4096];
        let mut reader = Reader::new(watch, &mut buffer);
        let mut matters = false;
        while let Ok(event) = reader.next() {
            let name = event.file_name().map(|name| name.to_string_lossy().into_owned());
            let is_data = |name: &str| {
                let extension = Path::new(name).extension().and_then(|extension| extension.to_str());
                !name.starts_with('.') && matches!(extension, Some("toml" | "txt"))
            };
            let is_folder = event.events().contains(ReadFlags::ISDIR) || name.is_none();
            matters |= is_folder || name.is_some_and(|name| is_data(&name));
        }
        matters
    }

    /// Watches every folder of these places, and of a place that is not there the nearest folder above it.
    fn add_all(watch: &OwnedFd, places: &[PathBuf]) {
        for place in places {
            let there = place.ancestors().find(|folder| folder.is_dir());
            if let Some(folder) = there {
                add(watch, folder, if folder == place { DEEPEST } else { 0 });
            }
        }
    }

    fn add(watch: &OwnedFd, folder: &Path, depth: usize) {
        let flags = WatchFlags::CLOSE_WRITE
            | WatchFlags::CREATE
            | WatchFlags::MOVED_TO
            | WatchFlags::MOVED_FROM
            | WatchFlags::DELETE
            | WatchFlags::DELETE_SELF
            | WatchFlags::MOVE_SELF
            | WatchFlags::ONLYDIR;
        let _ = inotify::add_watch(watch, folder, flags);
        let Ok(entries) = folder.read_dir() else { return };
        let folders = entries.flatten().filter(|entry| entry.file_type().is_ok_and(|kind| kind.is_dir()));
        for entry in folders.filter(|_| depth > 0) {
            if !entry.file_name().to_string_lossy().starts_with('.') {
                add(watch, &entry.path(), depth - 1);
            }
        }
    }
}

#[cfg(not(target_os = "linux"))]
mod watch {
    use std::path::PathBuf;

    /// Watches nothing, since this system is not asked.
    pub fn start(_places: Vec<PathBuf>, _told: impl Fn() + Send + 'static) {}
}
