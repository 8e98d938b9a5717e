package cn.fupin.backbone.command;

/**
 * A command that says itself where its deed lies, as the door found it for today: what it is done
 * to may have moved since its stream last said so.
 */
public interface Located {
    String region();
}
