package org.reelbench.project.internal.journal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.project.internal.file.FileStamp;
import org.reelbench.project.internal.json.Json;
import org.reelbench.project.internal.json.PlainValues;
import org.reelbench.timeline.Id;

/**
 * The members of an object in a journal. A record that passed its check sum and still has the wrong members is damaged all the
 * same.
 */
record Members(Map<String, Json> members) {

    static Members of(@Nullable Json value) throws IOException {
        if (value instanceof Json.ObjectValue object) {
            return new Members(object.members());
        }
        throw new IOException("the record is damaged: an object is missing");
    }

    @Nullable
    Json get(String name) {
        return members.get(name);
    }

    Members inner(String name) throws IOException {
        return of(members.get(name));
    }

    List<Json> list(String name) throws IOException {
        if (members.get(name) instanceof Json.ListValue list) {
            return list.values();
        }
        throw damaged(name);
    }

    String text(String name) throws IOException {
        if (members.get(name) instanceof Json.TextValue text) {
            return text.value();
        }
        throw damaged(name);
    }

    List<Id> ids(String name) throws IOException {
        List<Id> ids = new ArrayList<>();
        for (Json value : list(name)) {
            ids.add(new Members(Map.of(name, value)).id(name));
        }
        return ids;
    }

    Id id(String name) throws IOException {
        try {
            return new Id(text(name));
        } catch (IllegalArgumentException e) {
            throw new IOException("the record is damaged: " + e.getMessage(), e);
        }
    }

    long whole(String name) throws IOException {
        Json value = members.get(name);
        if (value != null && PlainValues.of(value) instanceof Long whole && whole >= 0) {
            return whole;
        }
        throw damaged(name);
    }

    int index(String name) throws IOException {
        long whole = whole(name);
        if (whole > Integer.MAX_VALUE / 2) {
            throw damaged(name);
        }
        return (int) whole;
    }

    FileStamp stamp() throws IOException {
        return new FileStamp(whole("bytes"), text("sha256"));
    }

    private static IOException damaged(String name) {
        return new IOException("the record is damaged: \"" + name + "\"");
    }
}
