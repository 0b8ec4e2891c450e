package org.reelbench.rest.internal.api;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.reelbench.rest.internal.answer.Call;
import org.reelbench.rest.internal.answer.Problem;
import org.reelbench.rest.internal.answer.Reply;

/**
 * One thing that can be asked: what answers it, and what the document says of it.
 *
 * @param method the method of HTTP
 * @param template the path, with places for names such as {@code projects/{project}}
 * @param summary what it does, as a sentence
 * @param takes the schemas of the body by their types, empty for no body
 * @param success the status of an answer when all went well
 * @param gives the schema of that answer
 * @param statuses what else may be answered, besides what was asked for
 * @param handler answers it
 */
record Route(String method, String template, String summary, Map<String, String> takes, int success, String gives,
        List<Integer> statuses, Handler handler) {

    /** What was asked for is done. */
    static final int DONE = 200;

    /** It has begun; the answer says where to look. */
    static final int BEGUN = 202;

    /** Answers a request. */
    @FunctionalInterface
    interface Handler {

        /** Does what is asked. */
        Reply answer(Call call) throws Problem, IOException;
    }

    /** What is read, and needs no body. */
    static Route get(String template, String summary, String gives, Handler handler) {
        return new Route("GET", template, summary, Map.of(), DONE, gives, List.of(), handler);
    }

    /** The names in a path; empty if the template is another's. */
    Optional<Map<String, String>> match(String path) {
        String[] wanted = template.split("/", -1);
        String[] given = path.split("/", -1);
        if (wanted.length != given.length) {
            return Optional.empty();
        }
        Map<String, String> names = new HashMap<>();
        for (int i = 0; i < wanted.length; i++) {
            if (isPlace(wanted[i]) && !given[i].isEmpty()) {
                names.put(placeOf(wanted[i]), given[i]);
            } else if (!wanted[i].equals(given[i])) {
                return Optional.empty();
            }
        }
        return Optional.of(names);
    }

    /** The places of the template, in order. */
    List<String> places() {
        return List.of(template.split("/")).stream().filter(Route::isPlace).map(Route::placeOf).toList();
    }

    private static boolean isPlace(String element) {
        return element.startsWith("{");
    }

    private static String placeOf(String element) {
        return element.substring(1, element.length() - 1);
    }
}
