"""What an editor is advised about a text before it is published. Advice never stops anybody."""
