package org.ytterby.epcis.json;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.ytterby.core.supervision.Text;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;

/// Reads JSON strictly: UTF-8 (a byte-order mark is passed over), no half characters, nothing after
/// the end, and named bounds for all that grows. Of members with equal names the last one counts,
/// and the caller is told.
public final class JsonReader {
    /// Levels of nesting.
    public static final int DEPTH_MAX = 128;

    /// Bytes of a text.
    public static final int BYTES_MAX = 128 << 20;

    /// Characters of one string.
    public static final int STRING_MAX = 1 << 20;

    private static final int NAME_MAX = 4096;
    private static final int DIGITS_MAX = 400;
    private static final long TOKENS_MAX = 20_000_000;
    private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
    private static final JsonFactory FACTORY =
            JsonFactory.builder()
                    .streamReadConstraints(
                            StreamReadConstraints.builder()
                                    .maxNestingDepth(DEPTH_MAX)
                                    .maxStringLength(STRING_MAX)
                                    .maxNameLength(NAME_MAX)
                                    .maxNumberLength(DIGITS_MAX)
                                    .maxTokenCount(TOKENS_MAX)
                                    .build())
                    .build();
    private static final Json TRUE = new Json.Truth(true);
    private static final Json FALSE = new Json.Truth(false);
    private static final Json NULL = new Json.Null();

    private final JsonParser parser;
    private final Consumer<Repetition> repeated;

    private JsonReader(JsonParser parser, Consumer<Repetition> repeated) {
        this.parser = parser;
        this.repeated = repeated;
    }

    /// The value of a text.
    ///
    /// @param repeated told of members that stand twice
    /// @throws JsonUnreadable if it is none
    public static Json read(byte[] bytes, Consumer<Repetition> repeated) {
        if (bytes.length > BYTES_MAX) {
            throw new JsonUnreadable(
                    0,
                    0,
                    new Text(
                            "the text is longer than " + BYTES_MAX + " bytes; divide it",
                            "文件超过 " + BYTES_MAX + " 字节，请拆分"));
        }
        String text = decode(bytes);
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), text)) {
            JsonReader reader = new JsonReader(parser, repeated);
            parser.nextToken();
            Json value = reader.value();
            if (parser.nextToken() != null) {
                throw reader.at("something follows the end of the value", "值结束后仍有内容");
            }
            return value;
        } catch (StreamConstraintsException e) {
            throw unreadable(e, "passes a bound: ", "超出限制：");
        } catch (JacksonException e) {
            throw unreadable(e, "no JSON: ", "不是有效的 JSON：");
        }
    }

    private static JsonUnreadable unreadable(JacksonException e, String en, String zh) {
        TokenStreamLocation where = e.getLocation();
        String why = e.getOriginalMessage();
        return new JsonUnreadable(
                where == null ? 0 : Math.max(0, where.getLineNr()),
                where == null ? 0 : Math.max(0, where.getColumnNr()),
                new Text(en + why, zh + why));
    }

    private static String decode(byte[] bytes) {
        int start = bytes.length >= MARK.length && isMarked(bytes) ? MARK.length : 0;
        CharsetDecoder decoder =
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes, start, bytes.length - start);
        CharBuffer out = CharBuffer.allocate(bytes.length - start);
        CoderResult result = decoder.decode(in, out, true);
        if (result.isError()) {
            int line = 1;
            int column = 1;
            for (int i = start; i < in.position(); i++) {
                column = bytes[i] == '\n' ? 1 : column + 1;
                line += bytes[i] == '\n' ? 1 : 0;
            }
            throw new JsonUnreadable(
                    line, column, new Text("the bytes are not UTF-8", "字节不是有效的 UTF-8"));
        }
        return out.flip().toString();
    }

    private static boolean isMarked(byte[] bytes) {
        return bytes[0] == MARK[0] && bytes[1] == MARK[1] && bytes[2] == MARK[2];
    }

    private Json value() {
        JsonToken token = parser.currentToken();
        return switch (token) {
            case null -> throw at("the text is empty", "内容为空");
            case START_OBJECT -> members();
            case START_ARRAY -> items();
            case VALUE_STRING -> new Json.Text(whole(parser.getString()));
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Json.Numeral(parser.getString());
            case VALUE_TRUE -> TRUE;
            case VALUE_FALSE -> FALSE;
            case VALUE_NULL -> NULL;
            case NOT_AVAILABLE, END_OBJECT, END_ARRAY, PROPERTY_NAME, VALUE_EMBEDDED_OBJECT ->
                    throw at("a value is missing", "缺少值");
        };
    }

    private Json members() {
        Map<String, Json> members = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = whole(parser.currentName());
            parser.nextToken();
            if (members.containsKey(name)) {
                TokenStreamLocation where = parser.currentLocation();
                repeated.accept(new Repetition(name, where.getLineNr(), where.getColumnNr()));
            }
            members.put(name, value());
        }
        return new Json.Members(members);
    }

    private Json items() {
        List<Json> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(value());
        }
        return new Json.Items(items);
    }

    /// A string without halves of surrogate pairs, which no UTF-8 can hold.
    private String whole(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                boolean pair =
                        i + 1 < text.length()
                                && Character.isSurrogatePair(text.charAt(i), text.charAt(i + 1));
                if (!pair) {
                    throw at("half of a surrogate pair", "代理对不完整");
                }
                i++;
            }
        }
        return text;
    }

    private JsonUnreadable at(String en, String zh) {
        TokenStreamLocation where = parser.currentLocation();
        return new JsonUnreadable(where.getLineNr(), where.getColumnNr(), new Text(en, zh));
    }
}
