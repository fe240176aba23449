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

use super::log::Log;
use super::{Folder, Header, JournalError, Orphan, Reach, now};

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

/// A record behind the base.
#[derive(Serialize)]
struct Entry<E> {
    at: u64,
    #[serde(rename = "is")]
    entry: E,
}

fn entry<E: Serialize + Send + 'static>(at: u64, entry: E) -> Box<dyn Content> {
    Box::new(Entry { at, entry })
}

/// What the thread is asked for.
#[derive(Debug)]
enum Order {
    Begin(u64, Box<Log>),
    Add(u64, Box<dyn Content>),
    Restart(u64, VecDeque<Box<dyn Content>>),
    Remove(u64),
    LetGo(u64),
    Flush(Sender<()>),
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
    /// Bytes of header and base.
    base: AtomicU64,
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
            base: AtomicU64::new(0),
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

    pub fn began(&self, bytes: u64) {
        self.base.store(bytes, Ordering::Relaxed);
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

    /// Begins a journal: the document that it begins with, and what has happened to it.
    pub fn begin<B, E>(&self, header: Header, base: B, entries: impl IntoIterator<Item = (u64, E)>) -> Journal
    where
        B: Serialize + Send + 'static,
        E: Serialize + Send + 'static,
    {
        let pending = beginning(header, base, entries);
        self.start_log(|status| Log::new(self.folder.clone(), pending, status))
    }

    /// Goes on with a journal that was left by a crash, behind what was found to be sound of it. What lies behind that is
    /// cut off; see [`Orphan::keep_aside`] where it was more than a torn end.
    #[must_use]
    pub fn resume(&self, orphan: Orphan, reach: Reach) -> Journal {
        let Orphan { path, file, .. } = orphan;
        let folder = self.folder.clone();
        self.start_log(|status| {
            status.began(reach.base);
            Log::resumed(folder, (path, file), reach.bytes, reach.records, status)
        })
    }

    /// Waits until all that was handed over is on the disk, or was refused.
    pub fn flush(&self) {
        let (send, done) = mpsc::channel();
        if self.send.send(Order::Flush(send)).is_ok() {
            let _ = done.recv();
        }
    }
}

fn beginning<B, E>(header: Header, base: B, entries: impl IntoIterator<Item = (u64, E)>) -> VecDeque<Box<dyn Content>>
where
    B: Serialize + Send + 'static,
    E: Serialize + Send + 'static,
{
    let mut pending: VecDeque<Box<dyn Content>> =
        VecDeque::from([Box::new(header) as Box<dyn Content>, Box::new(base)]);
    pending.extend(entries.into_iter().map(|(at, happened)| entry(at, happened)));
    pending
}

impl Journal {
    fn order(&self, order: Order) {
        // The thread ends only when nobody can order anything any more.
        let _ = self.send.send(order);
    }

    /// Writes down what has happened just now.
    pub fn add(&self, happened: impl Serialize + Send + 'static) {
        self.order(Order::Add(self.key, entry(now(), happened)));
    }

    /// Begins anew with another base, in the place of what was written so far.
    pub fn restart<B, E>(&self, header: Header, base: B, entries: impl IntoIterator<Item = (u64, E)>)
    where
        B: Serialize + Send + 'static,
        E: Serialize + Send + 'static,
    {
        self.order(Order::Restart(self.key, beginning(header, base, entries)));
    }

    /// How many entries are on the disk.
    #[must_use]
    pub fn kept(&self) -> u64 {
        self.status.kept.load(Ordering::Acquire)
    }

    /// How many bytes are on the disk, and how many of them are the document that the journal begins with.
    #[must_use]
    pub fn size(&self) -> (u64, u64) {
        (self.status.bytes.load(Ordering::Relaxed), self.status.base.load(Ordering::Relaxed))
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
                Order::Flush(done) => waiting.push(done),
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
