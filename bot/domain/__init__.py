"""The rules: values in, values out, nothing that touches the world."""
