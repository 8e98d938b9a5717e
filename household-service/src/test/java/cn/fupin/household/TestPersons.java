package cn.fupin.household;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** Persons nobody is: their numbers begin with digits that no division has. */
final class TestPersons {
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final AtomicInteger NEXT = new AtomicInteger();

    private TestPersons() {}

    /** A number never given before; odd ones are men's. */
    static String newNumber() {
        var n = NEXT.incrementAndGet();
        var first = "99%04d19%02d0%d15%03d".formatted(n / 900, 50 + n % 40, 1 + n % 9, n % 900 + 1);
        return first + checkOf(first);
    }

    private static char checkOf(String first) {
        var sum = 0;
        for (var i = 0; i < 17; i++) sum += (first.charAt(i) - '0') * WEIGHTS[i];
        return "10X98765432".charAt(sum % 11);
    }

    /** Of somebody born that year; a woman's unless {@code male}. */
    static String newNumber(String year, boolean male) {
        var n = NEXT.incrementAndGet();
        var first = "99%04d%s0601%03d".formatted(n / 400, year, n % 400 * 2 + (male ? 1 : 2));
        return first + checkOf(first);
    }

    static Map<String, Object> person(String name, String relation, String number) {
        var person = new LinkedHashMap<String, Object>();
        person.put("name", name);
        person.put("identityNumber", number);
        person.put("relation", relation);
        return person;
    }
}
