//! The thread that writes journals, so that no frame waits for a disk.

use std::collections::{BTreeMap, VecDeque};
use std::fmt;
use std::io::{self, Write};
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::Duration;

use serde::Serialize;

use super::frame::Entry;
use super::log::Log;
use super::{Folder, Header, JournalError, OpenHere, Reach, Taken, Trial, now};

/// Something that can be written down, on another thread and more than once where the disk refuses at first.
pub trait Content: Send {
    fn write(&self, out: &mut dyn Write) -> io::Result<()>;
}

impl<T: Serialize + Send> Content for T {
    fn write(&self, out: &mut dyn Write) -> io::Result<()> {
        serde_json::to_writer(out, self).map_err(io::Error::from)
    }
}

impl fmt::Debug for dyn Content {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Content")
    }
}

/// How long whoever ends waits for the disk. One that takes longer, a network's that is gone for one, may never answer.
const PATIENCE: Duration = Duration::from_secs(5);

/// What the thread is asked for.
#[derive(Debug)]
enum Order {
    Begin(u64, Box<Log>),
    Add(u64, Box<dyn Content>),
    Restart(u64, VecDeque<Box<dyn Content>>),
    Remove(u64),
    LetGo(u64),
    LetGoOf(OpenHere),
    Passed(Trial),
    Flush(Sender<()>),
    End(Sender<()>),
}

/// Writes journals on a thread of its own, which ends when this and all its [`Journal`]s are gone.
#[derive(Clone, Debug)]
pub struct Writer {
    send: Sender<Order>,
    folder: Folder,
    next: Arc<AtomicU64>,
    wake: Wake,
}

/// Called when there is something new to say.
#[derive(Clone)]
struct Wake(Arc<dyn Fn() + Send + Sync>);

impl fmt::Debug for Wake {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Wake")
    }
}

/// The journal of an open document. When this is dropped the file stays, for whoever finds it.
#[derive(Debug)]
pub struct Journal {
    key: u64,
    send: Sender<Order>,
    status: Arc<Status>,
}

/// How a journal is doing, for both threads.
#[derive(Debug)]
pub(super) struct Status {
    /// How many entries are on the disk.
    kept: AtomicU64,
    bytes: AtomicU64,
    /// False where all that is in it is in the document's file too.
    holds_unsaved: AtomicBool,
    in_trouble: AtomicBool,
    /// True where trouble is over, until somebody has taken note of it.
    mended: AtomicBool,
    trouble: Mutex<Option<JournalError>>,
    wake: Wake,
}

impl Status {
    fn new(wake: Wake) -> Arc<Self> {
        Arc::new(Self {
            kept: AtomicU64::new(0),
            bytes: AtomicU64::new(0),
            holds_unsaved: AtomicBool::new(true),
            in_trouble: AtomicBool::new(false),
            mended: AtomicBool::new(false),
            trouble: Mutex::new(None),
            wake,
        })
    }

    /// The disk has so many bytes, which are so many records.
    pub fn counted(&self, bytes: u64, records: u32) {
        self.bytes.store(bytes, Ordering::Relaxed);
        self.kept.store(u64::from(records.saturating_sub(2)), Ordering::Release);
    }

    pub fn holds_unsaved(&self) -> bool {
        self.holds_unsaved.load(Ordering::Relaxed)
    }

    pub fn has_synced(&self) -> bool {
        self.bytes.load(Ordering::Relaxed) > 0
    }

    pub fn in_trouble(&self) -> bool {
        self.in_trouble.load(Ordering::Relaxed)
    }

    pub fn is_well(&self) {
        if self.in_trouble.swap(false, Ordering::Relaxed) {
            self.mended.store(true, Ordering::Relaxed);
            (self.wake.0)();
        }
    }

    /// Says it once, until all is well again.
    pub fn refused(&self, error: JournalError) {
        if !self.in_trouble.swap(true, Ordering::Relaxed) {
            *self.trouble.lock().unwrap_or_else(PoisonError::into_inner) = Some(error);
            (self.wake.0)();
        }
    }
}

impl Writer {
    /// Starts the thread. `wake` is called on it when a journal gets into trouble, and out of it.
    pub fn start(folder: Folder, wake: impl Fn() + Send + Sync + 'static) -> Result<Self, JournalError> {
        let (send, orders) = mpsc::channel();
        let work = thread::Builder::new().name("journal".to_owned()).spawn(move || work(&orders));
        work.map_err(|_| JournalError::NoThread)?;
        Ok(Self { send, folder, next: Arc::default(), wake: Wake(Arc::new(wake)) })
    }

    #[must_use]
    pub fn folder(&self) -> &Folder {
        &self.folder
    }

    fn start_log(&self, log: impl FnOnce(Arc<Status>) -> Log) -> Journal {
        let status = Status::new(self.wake.clone());
        let key = self.next.fetch_add(1, Ordering::Relaxed);
        let log = log(status.clone());
        let journal = Journal { key, send: self.send.clone(), status };
        journal.order(Order::Begin(key, Box::new(log)));
        journal
    }

    /// Begins a journal with the document as it is.
    pub fn begin(&self, header: Header, base: impl Content + 'static) -> Journal {
        let pending = beginning(header, base);
        self.start_log(|status| Log::new(self.folder.clone(), pending, status))
    }

    /// Goes on with a journal that was left by a crash, behind what was found to be sound of it. What lies behind that is
    /// cut off; see [`Taken::keep_aside`] where it was more than a torn end.
    #[must_use]
    pub fn resume(&self, taken: Taken, reach: Reach) -> Journal {
        let Taken { path, file } = taken;
        let folder = self.folder.clone();
        self.start_log(|status| Log::resumed(folder, (path, file), reach.bytes, reach.records, status))
    }

    /// Waits until all that was handed over is on the disk, or was refused; but for no more than five seconds.
    pub fn flush(&self) {
        self.wait_for(Order::Flush);
    }

    /// The same at the end of the program: the journals that hold nothing unsaved go.
    pub fn end(&self) {
        self.wait_for(Order::End);
    }

    fn wait_for(&self, order: impl FnOnce(Sender<()>) -> Order) {
        let (send, done) = mpsc::channel();
        if self.send.send(order(send)).is_ok() {
            let _ = done.recv_timeout(PATIENCE);
        }
    }

    /// Says to other windows, when the folder allows it, that the file is not open here any more.
    pub fn let_go(&self, here: OpenHere) {
        let _ = self.send.send(Order::LetGoOf(here));
    }

    /// See [`Trial::passed`].
    pub fn passed(&self, trial: Trial) {
        let _ = self.send.send(Order::Passed(trial));
    }
}

fn beginning(header: Header, base: impl Content + 'static) -> VecDeque<Box<dyn Content>> {
    VecDeque::from([Box::new(header) as Box<dyn Content>, Box::new(base)])
}

impl Journal {
    fn order(&self, order: Order) {
        // The thread ends only when nobody can order anything any more.
        let _ = self.send.send(order);
    }

    /// Writes down what has happened just now.
    pub fn add(&self, happened: impl Serialize + Send + 'static) {
        self.order(Order::Add(self.key, Box::new(Entry { at: now(), entry: happened })));
    }

    /// Begins anew with another base, in the place of what was written so far.
    pub fn restart(&self, header: Header, base: impl Content + 'static) {
        self.order(Order::Restart(self.key, beginning(header, base)));
    }

    /// Whether something of what was written down so far is in no file; see [`Writer::end`].
    pub fn holds_unsaved(&self, holds: bool) {
        self.status.holds_unsaved.store(holds, Ordering::Relaxed);
    }

    /// How many entries are on the disk.
    #[must_use]
    pub fn kept(&self) -> u64 {
        self.status.kept.load(Ordering::Acquire)
    }

    /// How many bytes are on the disk.
    #[must_use]
    pub fn size(&self) -> u64 {
        self.status.bytes.load(Ordering::Relaxed)
    }

    /// Why nothing can be written, said once until something can be again.
    #[must_use]
    pub fn take_trouble(&self) -> Option<JournalError> {
        self.status.trouble.lock().unwrap_or_else(PoisonError::into_inner).take()
    }

    /// True where all is written that could not be written before, said once.
    #[must_use]
    pub fn take_mended(&self) -> bool {
        self.status.mended.swap(false, Ordering::Relaxed)
    }

    /// Removes the journal: the document was closed in peace.
    pub fn remove(self) {
        self.order(Order::Remove(self.key));
    }
}

impl Drop for Journal {
    fn drop(&mut self) {
        self.order(Order::LetGo(self.key));
    }
}

fn work(orders: &Receiver<Order>) {
    let mut logs: BTreeMap<u64, Log> = BTreeMap::new();
    loop {
        let wait = logs.values().filter_map(Log::due).min().unwrap_or(Duration::from_hours(1));
        let first = match orders.recv_timeout(wait) {
            Ok(order) => Some(order),
            Err(RecvTimeoutError::Timeout) => None,
            Err(RecvTimeoutError::Disconnected) => break,
        };
        let mut waiting = Vec::new();
        for order in first.into_iter().chain(orders.try_iter()) {
            match order {
                Order::Begin(key, log) => drop(logs.insert(key, *log)),
                Order::Add(key, entry) => drop(logs.get_mut(&key).map(|log| log.push(entry))),
                Order::Restart(key, pending) => drop(logs.get_mut(&key).map(|log| log.restart(pending))),
                Order::Remove(key) => drop(logs.remove(&key).map(Log::remove)),
                Order::LetGo(key) => drop(logs.remove(&key).map(|mut log| log.work(true))),
                Order::LetGoOf(here) => drop(here),
                Order::Passed(trial) => trial.passed(),
                Order::Flush(done) => waiting.push(done),
                Order::End(done) => {
                    for (_, log) in logs.extract_if(.., |_, log| !log.holds_unsaved()) {
                        log.remove();
                    }
                    waiting.push(done);
                }
            }
        }
        for log in logs.values_mut() {
            log.work(!waiting.is_empty());
        }
        for done in waiting {
            let _ = done.send(());
        }
    }
    for log in logs.values_mut() {
        log.work(true);
    }
}
