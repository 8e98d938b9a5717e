package cn.fupin.reporting.fact;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.springframework.core.io.ClassPathResource;

/** SQL that comes with the program. */
public final class Sql {
    private Sql() {}

    /** The tables of a projection: {@code projection/<name>.sql}. */
    public static String ofProjection(String name) {
        try {
            return new ClassPathResource("projection/" + name + ".sql")
                    .getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException missing) {
            throw new UncheckedIOException("no tables for the projection " + name, missing);
        }
    }
}
