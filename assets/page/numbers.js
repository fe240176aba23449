// How numbers are written, to the letter as in src/text/numbers.rs: a number is the decimal of twelve digits that it stands
// for, rounded half away from zero, thousands apart from five digits on.

const THIN = '\u202f';
const MEANT = 12;

function grouped(negative, digits) {
  const apart = digits.length >= 5 ? digits.replace(/\B(?=(\d{3})+$)/g, THIN) : digits;
  return `${negative ? '-' : ''}${apart}`;
}

/// `x` times ten to the `shift` with exactly so many decimals, or without zeros at the end of them.
function written(x, shift, decimals, trimmed) {
  if (Number.isNaN(x)) return '–';
  const [mantissa, size] = Math.abs(x).toExponential(MEANT - 1).split('e');
  const power = Number(size) - (MEANT - 1) + shift + decimals;
  let digits = BigInt(mantissa.replace('.', ''));
  if (power >= 0) digits *= 10n ** BigInt(power);
  else {
    const unit = 10n ** BigInt(-power);
    digits = digits / unit + (digits % unit >= unit / 2n ? 1n : 0n);
  }
  const text = String(digits).padStart(decimals + 1, '0');
  const fraction = text.slice(text.length - decimals).slice(0, decimals);
  const kept = trimmed ? fraction.replace(/0+$/, '') : fraction;
  const whole = grouped(x < 0 && digits !== 0n, text.slice(0, text.length - decimals));
  return kept === '' ? whole : `${whole}.${kept}`;
}

const fixed = (x, decimals) => written(x, 0, decimals, false);
const percentTo = (share, decimals) => `${written(share, 2, decimals, true)}${THIN}%`;
const percent = (share) => percentTo(share, Math.abs(share) * 100 < 0.95 ? 1 : 0);
const valueText = (x) => written(x, 2, 0, true);

function points(difference) {
  const by = Math.abs(difference) * 100;
  const text = written(difference, 2, by >= 9.95 ? 0 : by >= 0.995 ? 1 : 2, true);
  return text === '0' && difference > 0 ? 'less than 0.01' : text;
}

const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/// A number in its own unit: as given up to six digits, else rounded to four, though never to less than a whole.
function number(x) {
  const size = Math.abs(x);
  if (size >= 1e15 || (x !== 0 && size < 1e-6)) {
    const [mantissa, power] = x.toExponential(3).split('e');
    const raised = [...power.replace('+', '')].map((letter) => (letter === '-' ? '⁻' : RAISED[letter])).join('');
    return `${written(Number(mantissa), 0, 3, true)} × 10${raised}`;
  }
  if (Number.isInteger(x)) return grouped(x < 0, String(size));
  const [mantissa, power] = size.toExponential(MEANT - 1).split('e');
  const meant = mantissa.replace('.', '').replace(/0+$/, '').length;
  const decimals = (meant <= 6 ? meant : 4) - 1 - Number(power);
  return written(x, 0, Math.max(decimals, 0), true);
}
