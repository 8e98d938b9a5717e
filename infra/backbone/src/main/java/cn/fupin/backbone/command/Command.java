package cn.fupin.backbone.command;

/**
 * An order to one stream. Implementations are records; what the door knows (when it came, who
 * entered it, the rule in force) is part of the command, so that deciding needs nothing else.
 */
public interface Command {
    /** The stream it is for, {@code <kind>-<key>}. */
    String streamId();
}
