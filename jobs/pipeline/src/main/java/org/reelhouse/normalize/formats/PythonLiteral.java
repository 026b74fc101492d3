package org.reelhouse.normalize.formats;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.text.ParseException;

/**
 * Reads what Python's {@code repr} writes of dictionaries, lists, tuples, strings, numbers, {@code
 * True}, {@code False} and {@code None}, as {@code ast.literal_eval} would. Tuples become arrays;
 * not-a-number and infinity, which JSON lacks, become null.
 *
 * @see <a href="https://docs.python.org/3/reference/lexical_analysis.html#literals">Python's
 *     literals</a>
 */
final class PythonLiteral {
  /** Deeper nesting than any dump has; a bound on the stack for what only looks like one. */
  private static final int DEEPEST = 200;

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final String text;
  private int at;
  private int depth;

  private PythonLiteral(String text) {
    this.text = text;
  }

  /**
   * The value of a literal.
   *
   * @throws ParseException with the place, if the text is not one whole literal
   */
  static JsonNode parse(String text) throws ParseException {
    PythonLiteral literal = new PythonLiteral(text);
    JsonNode value = literal.value();
    literal.skipSpace();
    if (literal.at < text.length()) {
      throw literal.unexpected("the end");
    }
    return value;
  }

  private JsonNode value() throws ParseException {
    skipSpace();
    char first = peek();
    return switch (first) {
      case '{' -> nested(this::dictionary);
      case '[' -> nested(() -> sequence(']'));
      case '(' -> nested(this::parentheses);
      case '\'', '"' -> NODES.textNode(strings());
      default -> Character.isLetter(first) ? word() : number();
    };
  }

  private interface Reader {
    JsonNode read() throws ParseException;
  }

  private JsonNode nested(Reader reader) throws ParseException {
    if (++depth > DEEPEST) {
      throw new ParseException("nested deeper than " + DEEPEST, at);
    }
    at++;
    JsonNode value = reader.read();
    depth--;
    return value;
  }

  private ObjectNode dictionary() throws ParseException {
    ObjectNode dictionary = NODES.objectNode();
    while (!takes('}')) {
      String key = value().asText();
      expect(':');
      dictionary.set(key, value());
      separator('}');
    }
    return dictionary;
  }

  private ArrayNode sequence(char end) throws ParseException {
    ArrayNode sequence = NODES.arrayNode();
    while (!takes(end)) {
      sequence.add(value());
      separator(end);
    }
    return sequence;
  }

  /** A tuple, or one value in parentheses. */
  private JsonNode parentheses() throws ParseException {
    int start = at;
    ArrayNode tuple = sequence(')');
    String inside = text.substring(start, at - 1).stripTrailing();
    return tuple.size() == 1 && !inside.endsWith(",") ? tuple.get(0) : tuple;
  }

  /** Neighbouring strings are one. */
  private String strings() throws ParseException {
    StringBuilder value = new StringBuilder();
    do {
      string(value);
      skipSpace();
    } while (at < text.length() && (peek() == '\'' || peek() == '"'));
    return value.toString();
  }

  private void string(StringBuilder value) throws ParseException {
    String quote = quote();
    while (!text.startsWith(quote, at)) {
      char next = take();
      if (next == '\n' && quote.length() == 1) {
        throw new ParseException("line break in a string", at - 1);
      }
      if (next != '\\') {
        value.append(next);
      } else {
        escape(value);
      }
    }
    at += quote.length();
  }

  private String quote() {
    String triple = String.valueOf(text.charAt(at)).repeat(3);
    String quote = text.startsWith(triple, at) ? triple : triple.substring(2);
    at += quote.length();
    return quote;
  }

  private void escape(StringBuilder value) throws ParseException {
    char letter = take();
    switch (letter) {
      case '\n' -> {}
      case 'a' -> value.append('\u0007');
      case 'b' -> value.append('\b');
      case 'f' -> value.append('\f');
      case 'n' -> value.append('\n');
      case 'r' -> value.append('\r');
      case 't' -> value.append('\t');
      case 'v' -> value.append('\u000b');
      case 'x' -> value.appendCodePoint(hexadecimal(2));
      case 'u' -> value.appendCodePoint(hexadecimal(4));
      case 'U' -> value.appendCodePoint(hexadecimal(8));
      case '0', '1', '2', '3', '4', '5', '6', '7' -> value.append(octal(letter));
      case '\\', '\'', '"' -> value.append(letter);
      default -> value.append('\\').append(letter);
    }
  }

  private int hexadecimal(int digits) throws ParseException {
    int start = at;
    int code = 0;
    for (int i = 0; i < digits; i++) {
      int digit = Character.digit(take(), 16);
      code = code << 4 | digit;
      if (digit < 0 || !Character.isValidCodePoint(code)) {
        throw new ParseException("no character has this code", start);
      }
    }
    return code;
  }

  private char octal(char first) {
    int code = first - '0';
    for (int i = 0; i < 2 && at < text.length() && "01234567".indexOf(text.charAt(at)) >= 0; i++) {
      code = code * 8 + text.charAt(at++) - '0';
    }
    return (char) code;
  }

  private JsonNode word() throws ParseException {
    int start = at;
    while (at < text.length() && Character.isLetter(peek())) {
      at++;
    }
    String word = text.substring(start, at);
    if (at < text.length() && (peek() == '\'' || peek() == '"')) {
      return NODES.textNode(prefixed(word, start));
    }
    return switch (word) {
      case "None" -> NODES.nullNode();
      case "True" -> NODES.booleanNode(true);
      case "False" -> NODES.booleanNode(false);
      case "nan", "inf" -> NODES.nullNode();
      default -> throw new ParseException("unknown word " + word, start);
    };
  }

  /** Python 2 marks Unicode strings and Python 3 marks bytes. */
  private String prefixed(String prefix, int start) throws ParseException {
    if (!prefix.matches("[ubUB]")) {
      throw new ParseException("unknown string prefix " + prefix, start);
    }
    return strings();
  }

  private JsonNode number() throws ParseException {
    int start = at;
    while (at < text.length() && "+-0123456789.eE_".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    String digits = text.substring(start, at).replace("_", "");
    try {
      return digits.matches("[+-]?\\d{1,18}")
          ? NODES.numberNode(Long.parseLong(digits))
          : finite(Double.parseDouble(digits));
    } catch (NumberFormatException failure) {
      at = start;
      throw unexpected("a value");
    }
  }

  private static JsonNode finite(double number) {
    return Double.isFinite(number) ? NODES.numberNode(number) : NODES.nullNode();
  }

  private void separator(char end) throws ParseException {
    if (!takes(',') && peek() != end) {
      throw unexpected(", or " + end);
    }
  }

  private boolean takes(char wanted) throws ParseException {
    skipSpace();
    boolean there = peek() == wanted;
    at += there ? 1 : 0;
    return there;
  }

  private void expect(char wanted) throws ParseException {
    if (!takes(wanted)) {
      throw unexpected(String.valueOf(wanted));
    }
  }

  private char take() throws ParseException {
    char next = peek();
    at++;
    return next;
  }

  private char peek() throws ParseException {
    if (at >= text.length()) {
      throw new ParseException("ends too early", at);
    }
    return text.charAt(at);
  }

  private void skipSpace() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
  }

  private ParseException unexpected(String wanted) {
    String found = at < text.length() ? "found " + text.charAt(at) : "it ends";
    return new ParseException("expected " + wanted + " but " + found, at);
  }
}
