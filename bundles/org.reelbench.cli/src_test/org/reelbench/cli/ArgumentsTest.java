package org.reelbench.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;

class ArgumentsTest {

    private static Arguments of(String... words) {
        return new Arguments(new Cook(), List.of(words));
    }

    @Test
    void optionsMayStandAnywhere() throws CommandException {
        Arguments arguments = of("a", "--hot", "--with", "salt", "b", "--with", "oil", "--from", "1s", "2s");
        assertTrue(arguments.flag("--hot"));
        assertFalse(arguments.flag("--cold"));
        assertEquals(List.of("salt", "oil"), arguments.values("--with").stream().map(Arguments.Option::value).toList());
        assertEquals(List.of("1s", "2s"), arguments.pair("--from"));
        assertEquals(List.of("a", "b"), arguments.rest(1, 2));
    }

    @Test
    void afterTwoDashesEverythingIsAName() throws CommandException {
        Arguments arguments = of("--hot", "--", "--hot", "--with");
        assertTrue(arguments.flag("--hot"));
        assertFalse(arguments.flag("--hot"));
        assertEquals(List.of("--hot", "--with"), arguments.rest(0, 9));
    }

    @Test
    void complaintsNameTheWordAndTheUsage() {
        assertComplaint("--with needs a value", () -> of("--with").values("--with"));
        assertComplaint("--with was given twice", () -> of("--with", "a", "--with", "b").value("--with"));
        assertComplaint("--from needs two values", () -> of("--from", "1s").pair("--from"));
        assertComplaint("there is no option --odd", () -> of("--odd").rest(0, 1));
        assertComplaint("there is no option -x", () -> of("-x").rest(0, 1));
        assertComplaint("something is missing", () -> of().rest(1, 1));
        assertComplaint("'b' is one too many", () -> of("a", "b").rest(1, 1));
    }

    private static void assertComplaint(String complaint, org.junit.jupiter.api.function.Executable call) {
        CommandException thrown = assertThrows(CommandException.class, call);
        assertEquals(ExitCode.USAGE, thrown.exitCode());
        assertEquals(complaint + "; usage: reelbench cook FOOD…", thrown.getMessage());
    }

    private static final class Cook implements Subcommand {

        @Override
        public String name() {
            return "cook";
        }

        @Override
        public String summary() {
            return "cooks";
        }

        @Override
        public String usage() {
            return "cook FOOD…\n  --hot";
        }

        @Override
        public int run(List<String> arguments, Console console) {
            return ExitCode.OK;
        }
    }
}
