//! A screen of its own for one test: an X server without a monitor, whose picture lies in a file.

use std::fs::{self, File};
use std::io::{BufRead as _, BufReader};
use std::os::unix::fs::FileExt as _;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use tempfile::TempDir;

/// The file in which Xvfb keeps what is on its first screen.
const FRAME_BUFFER: &str = "Xvfb_screen0";

/// An X server. It ends when this is dropped.
#[derive(Debug)]
pub struct Display {
    server: Child,
    number: u32,
    frame_buffer: TempDir,
}

impl Display {
    /// Starts a server with one screen of `size` pixels and no others than `arguments`.
    pub fn new(size: (usize, usize), arguments: &[&str]) -> Self {
        let frame_buffer = TempDir::new().expect("a folder for the screen's picture");
        let mut server = Command::new("Xvfb")
            // The server picks a free number and prints it, so that no two tests meet on one.
            .args(["-displayfd", "1", "-nolisten", "tcp", "-noreset", "-fbdir"])
            .arg(frame_buffer.path())
            .args(["-screen", "0", &format!("{}x{}x24", size.0, size.1)])
            .args(arguments)
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap_or_else(|error| panic!("Xvfb does not start ({error}); scripts/test installs what is missing"));
        let mut line = String::new();
        BufReader::new(server.stdout.take().expect("piped")).read_line(&mut line).expect("Xvfb says its number");
        let number = line.trim().parse().unwrap_or_else(|_| panic!("Xvfb ended without a display: {line:?}"));
        Self { server, number, frame_buffer }
    }

    /// No other server on this machine has it at the same time.
    pub fn number(&self) -> u32 {
        self.number
    }

    /// What `DISPLAY` must say.
    pub fn name(&self) -> String {
        format!(":{}", self.number)
    }

    /// Takes the screen away from all programs on it.
    pub fn end(&self) {
        let ended = Command::new("kill").args(["-s", "KILL", &self.server.id().to_string()]).status().expect("kill");
        assert!(ended.success(), "the screen stays");
    }

    /// What is on the screen now.
    pub fn picture(&self) -> Picture {
        Picture::read(&self.frame_buffer.path().join(FRAME_BUFFER))
    }

    /// True while nothing has been drawn across the middle of the screen: cheap enough to ask all the time.
    pub fn is_black(&self) -> bool {
        let mut middle = [0; 4096];
        let file = File::open(self.frame_buffer.path().join(FRAME_BUFFER)).expect("the screen's picture");
        let half = file.metadata().expect("a size").len() / 2;
        file.read_exact_at(&mut middle, half).expect("the screen's picture");
        middle == [0; 4096]
    }

    /// Runs `xdotool` on this display and returns what it prints.
    pub fn xdotool(&self, arguments: &[&str]) -> String {
        let output =
            Command::new("xdotool").args(arguments).env("DISPLAY", self.name()).output().unwrap_or_else(|error| {
                panic!("xdotool does not start ({error}); scripts/test installs what is missing")
            });
        String::from_utf8_lossy(&output.stdout).trim().to_owned()
    }
}

impl Drop for Display {
    fn drop(&mut self) {
        // It may have ended already.
        let _ = self.server.kill();
        let _ = self.server.wait();
    }
}

/// The pixels of a screen, row by row from the top.
#[derive(Debug)]
pub struct Picture {
    pub width: usize,
    pub height: usize,
    /// Red, green, blue.
    pub pixels: Vec<[u8; 3]>,
}

impl Picture {
    /// Reads an X window dump, as Xvfb keeps it up to date: a header of big-endian words, a colour map, 32-bit pixels.
    fn read(path: &Path) -> Self {
        let bytes = fs::read(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        let word = |at: usize| u32::from_be_bytes(bytes[4 * at..4 * at + 4].try_into().expect("four bytes")) as usize;
        let (header, width, height, bits, line, colors) = (word(0), word(4), word(5), word(11), word(12), word(19));
        assert_eq!(bits, 32, "bits per pixel");
        let rows = bytes[header + 12 * colors..].chunks_exact(line).take(height);
        let pixels = rows.flat_map(|row| row.chunks_exact(4).take(width).map(|bgra| [bgra[2], bgra[1], bgra[0]]));
        Self { width, height, pixels: pixels.collect() }
    }

    pub fn at(&self, x: usize, y: usize) -> [u8; 3] {
        self.pixels[y * self.width + x]
    }

    /// How many different colours there are.
    pub fn colors(&self) -> usize {
        self.pixels.iter().collect::<std::collections::HashSet<_>>().len()
    }

    /// The brightness that half of the pixels lie below, 0 to 255.
    pub fn median_brightness(&self) -> u8 {
        let mut levels: Vec<u8> = self.pixels.iter().map(|[_, green, _]| *green).collect();
        let middle = levels.len() / 2;
        *levels.select_nth_unstable(middle).1
    }

    /// Puts the picture where CI can keep it, and returns where that is.
    pub fn save(&self, name: &str) -> PathBuf {
        let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("{name}.png"));
        let (width, height) = (u32::try_from(self.width).expect("fits"), u32::try_from(self.height).expect("fits"));
        image::save_buffer(&path, self.pixels.as_flattened(), width, height, image::ColorType::Rgb8).expect("written");
        path
    }
}
