package org.reelbench.rest.internal.answer;

import java.util.List;

/** Why a request was not done: a status and a sentence that says what to do (RFC 9457). */
public final class Problem extends Exception {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final transient List<Field> fields;

    /** One more field of the answer. */
    public record Field(String name, String value) {
    }

    /** Creates a problem. */
    public Problem(int status, String detail, Field... fields) {
        super(detail);
        this.status = status;
        this.fields = List.of(fields);
    }

    /** Creates a problem that something else caused. */
    public Problem(int status, String detail, Throwable cause) {
        super(detail, cause);
        this.status = status;
        this.fields = List.of();
    }

    /** There is nothing of that name. */
    public static Problem nothing(String what) {
        return new Problem(404, what);
    }

    /** The status of HTTP. */
    public int status() {
        return status;
    }

    /** What the answer says besides. */
    public List<Field> fields() {
        return fields;
    }

    /** The problem as an answer. */
    public Reply reply() {
        return Reply.of(status, Reply.PROBLEM, json -> {
            json.writeNumberField("status", status);
            json.writeStringField("detail", getMessage());
        });
    }
}
