package cn.fupin.backbone.command;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What a command needs of whoever sends it; the one place where it is declared. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Needs {
    /** {@code <service>.<deed>}, as in {@code household.survey}. */
    String permission();

    /** Which region the sender must be entitled to. */
    Region region() default Region.STREAM;

    enum Region {
        /** The one the command itself names: it opens a stream there. */
        COMMAND,
        /** The one the stream lies in. */
        STREAM
    }
}
