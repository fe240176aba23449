//! What every test of the real window needs: a screen, a home, the built program, and a way to read and drive it.
#![allow(dead_code, reason = "the tests use some of it and the bench of the window uses more")]

pub mod display;
mod inspection;

use std::fs;
use std::net::{Ipv4Addr, SocketAddr};
use std::path::PathBuf;
use std::process::{Child, Command, ExitStatus, Output, Stdio};
use std::sync::Arc;
use std::thread;
use std::time::{Duration, Instant};

use eframe::egui::Pos2;
use tempfile::TempDir;

use display::Display;
pub use inspection::{Inspection, Tree};

/// How long anything may take before a test gives up, on a machine that does much else besides.
const PATIENCE: Duration = Duration::from_secs(30);
const PAUSE: Duration = Duration::from_millis(10);

/// Asks `probe` until it has an answer; None when patience is over.
pub fn poll<T>(mut probe: impl FnMut() -> Option<T>) -> Option<T> {
    let deadline = Instant::now() + PATIENCE;
    loop {
        let answer = probe();
        if answer.is_some() || Instant::now() > deadline {
            return answer;
        }
        thread::sleep(PAUSE);
    }
}

/// A screen and an empty home: a place to start the program in, again and again.
#[derive(Debug)]
pub struct Desk {
    pub display: Display,
    home: Arc<TempDir>,
}

/// The size of the window when it opens for the first time, and of the screen.
pub const SIZE: (usize, usize) = (1280, 800);

impl Desk {
    pub fn new() -> Self {
        Self::with(&[])
    }

    /// With further arguments for the X server.
    pub fn with(server: &[&str]) -> Self {
        let home = Arc::new(TempDir::new().expect("a folder"));
        fs::create_dir(home.path().join("bin")).expect("a folder");
        Self { display: Display::new(SIZE, server), home }
    }

    /// The same home before another screen.
    pub fn on_another_screen(&self) -> Self {
        Self { display: Display::new(SIZE, &[]), home: self.home.clone() }
    }

    /// A file in the home folder.
    pub fn path(&self, name: &str) -> PathBuf {
        self.home.path().join(name)
    }

    /// The program on this screen, with nothing of the tester's own desktop in reach: no settings, no file dialogs.
    pub fn command(&self, arguments: &[&str]) -> Command {
        // A campaign may try a program that was built otherwise.
        let program = std::env::var_os("COUNTERPOISE_PROGRAM").unwrap_or(env!("CARGO_BIN_EXE_counterpoise").into());
        let mut command = Command::new(program);
        for variable in ["WAYLAND_DISPLAY", "WAYLAND_SOCKET", "XAUTHORITY", "XDG_CURRENT_DESKTOP"] {
            command.env_remove(variable);
        }
        for variable in ["XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME", "XDG_RUNTIME_DIR"] {
            command.env(variable, self.path(&variable.to_lowercase()));
        }
        command
            .args(arguments)
            .env("HOME", self.home.path())
            .env("PATH", self.path("bin"))
            .env("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere")
            .env("DISPLAY", self.display.name())
            .env("EGUI_INSPECTION", self.address().to_string())
            .stdin(Stdio::null());
        command
    }

    /// Where the program listens. The whole of 127.0.0.0/8 is this machine, and the number of the display is nobody
    /// else's, so that tests that run side by side never ask for the same port.
    fn address(&self) -> SocketAddr {
        let [_, _, high, low] = self.display.number().to_be_bytes();
        (Ipv4Addr::new(127, 1, high, low), 5719).into()
    }

    /// Starts the program and waits for its first frame.
    pub fn open(&self, arguments: &[&str]) -> Window<'_> {
        self.open_with(self.command(arguments))
    }

    pub fn open_with(&self, mut command: Command) -> Window<'_> {
        let mut child = command.stdout(Stdio::null()).stderr(Stdio::inherit()).spawn().expect("the program starts");
        let inspection = poll(|| {
            let ended = child.try_wait().expect("a child");
            assert!(ended.is_none(), "the program ended without a window: {ended:?}");
            let mut inspection = Inspection::connect(self.address()).ok()?;
            inspection.tree().is_ok().then_some(inspection)
        });
        let mut window = Window { desk: self, child, inspection: None, id: String::new() };
        window.inspection = Some(inspection.expect("the window opens"));
        // Nothing lies under the pointer, whose tip would hide what is to be seen.
        self.display.xdotool(&["mousemove", "0", "0"]);
        window.take_focus();
        window
    }
}

/// Runs the program to its end, without a window.
pub fn run(mut command: Command) -> Output {
    command.stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().expect("the program starts");
    if poll(|| child.try_wait().expect("a child")).is_none() {
        let _ = child.kill();
        panic!("the program is still running");
    }
    child.wait_with_output().expect("a child that has ended")
}

/// The program with its window. It is killed when this is dropped.
#[derive(Debug)]
pub struct Window<'a> {
    desk: &'a Desk,
    child: Child,
    inspection: Option<Inspection>,
    /// What the X server calls the window.
    id: String,
}

impl Window<'_> {
    /// Takes the keys from the window.
    pub fn lose_focus(&self) {
        let root = self.desk.display.xdotool(&["search", "--maxdepth", "0", ".*"]);
        self.desk.display.xdotool(&["windowfocus", root.lines().next().unwrap_or_default()]);
        let lost = poll(|| (self.desk.display.xdotool(&["getwindowfocus"]) != self.id).then_some(()));
        lost.expect("the keys go elsewhere");
    }

    /// Without a window manager nobody else gives the window the keys.
    pub fn take_focus(&mut self) {
        let pid = self.child.id().to_string();
        let display = &self.desk.display;
        let id = poll(|| {
            let found = display.xdotool(&["search", "--onlyvisible", "--pid", &pid, "--name", "Counterpoise"]);
            let id = found.lines().next()?.to_owned();
            display.xdotool(&["windowfocus", &id]);
            (display.xdotool(&["getwindowfocus"]) == id).then_some(id)
        });
        self.id = id.expect("the window is on the screen");
    }

    pub fn inspection(&mut self) -> &mut Inspection {
        self.inspection.as_mut().expect("connected")
    }

    /// The widgets now.
    pub fn tree(&mut self) -> Tree {
        self.inspection().tree().expect("the window answers")
    }

    /// Waits until `seen` holds of the widgets, and returns them.
    pub fn wait(&mut self, what: &str, mut seen: impl FnMut(&Tree) -> bool) -> Tree {
        let tree = poll(|| Some(self.tree()).filter(|tree| seen(tree)));
        tree.unwrap_or_else(|| panic!("never seen: {what}. There is {}", self.tree().summary()))
    }

    /// Presses keys, each as `xdotool` names it.
    pub fn press(&self, keys: &[&str]) {
        self.desk.display.xdotool(&[&["key"], keys].concat());
    }

    /// Moves the mouse.
    pub fn point(&self, at: Pos2) {
        self.desk.display.xdotool(&["mousemove", &at.x.round().to_string(), &at.y.round().to_string()]);
    }

    /// Presses the left button of the mouse, or lets it go.
    pub fn hold(&self, down: bool) {
        self.desk.display.xdotool(&[if down { "mousedown" } else { "mouseup" }, "1"]);
    }

    /// Clicks on a place.
    pub fn click(&self, at: Pos2) {
        self.point(at);
        self.hold(true);
        self.hold(false);
    }

    /// Types text.
    pub fn type_text(&self, text: &str) {
        self.desk.display.xdotool(&["type", text]);
    }

    /// The title of the window.
    pub fn title(&self) -> String {
        self.desk.display.xdotool(&["getwindowname", &self.id])
    }

    /// Waits until `seen` holds of the window's title.
    pub fn wait_for_title(&self, seen: impl Fn(&str) -> bool) -> String {
        let title = poll(|| Some(self.title()).filter(|title| seen(title)));
        title.unwrap_or_else(|| panic!("the title stays {:?}", self.title()))
    }

    /// Width and height of the window in pixels, as the X server has them.
    pub fn size(&self) -> (usize, usize) {
        let shell = self.desk.display.xdotool(&["getwindowgeometry", "--shell", &self.id]);
        let side = |name: &str| shell.lines().find_map(|line| line.strip_prefix(name)?.parse().ok()).expect("a size");
        (side("WIDTH="), side("HEIGHT="))
    }

    /// Processor time that the program has used so far, in all its threads.
    pub fn processor_time(&self) -> Duration {
        processor_time(&format!("/proc/{}/stat", self.child.id()))
    }

    /// The same for the thread that runs the window: what is left where a graphics card draws.
    pub fn main_thread_time(&self) -> Duration {
        processor_time(&format!("/proc/{0}/task/{0}/stat", self.child.id()))
    }

    /// True while the program has a library in memory whose file name contains `name`.
    pub fn has_loaded(&self, name: &str) -> bool {
        fs::read_to_string(format!("/proc/{}/maps", self.child.id())).is_ok_and(|maps| maps.contains(name))
    }

    /// Asks the program to end, as a desktop that closes does.
    pub fn ask_to_end(&self, signal: &str) {
        let pid = self.child.id().to_string();
        let sent = Command::new("kill").args(["-s", signal, &pid]).status().expect("kill");
        assert!(sent.success(), "no signal was sent");
    }

    /// Ends the program on the spot, as a crash would.
    pub fn kill(mut self) {
        self.child.kill().expect("a child");
        self.child.wait().expect("a child");
    }

    /// Waits until the program has ended of itself.
    pub fn wait_for_end(mut self) -> ExitStatus {
        poll(|| self.child.try_wait().expect("a child")).expect("the program ends")
    }
}

impl Drop for Window<'_> {
    fn drop(&mut self) {
        // It may have ended already.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// User and system time out of a file that proc(5) describes, to a hundredth of a second.
fn processor_time(stat: &str) -> Duration {
    let stat = fs::read_to_string(stat).expect("a process");
    // The name in field 2 is in brackets and may hold anything; the times are fields 14 and 15.
    let fields: Vec<&str> = stat[stat.rfind(')').expect("a name") + 2..].split(' ').collect();
    let ticks: u64 = fields[11..13].iter().map(|ticks| ticks.parse::<u64>().expect("ticks")).sum();
    // Linux counts hundredths of a second on every platform that has a desktop.
    Duration::from_millis(ticks * 10)
}
